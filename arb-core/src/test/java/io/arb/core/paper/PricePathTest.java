package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.core.paper.PricePath.Bar;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricePathTest {
  private static final PricePath RECORDED = PricePath.recordedEth(1);

  @Test
  void beginsAtTheFirstOpenAndMeetsEveryClose() {
    assertThat(RECORDED.priceUsd(0)).isEqualTo(4008.65);
    for (int i = 0; i < RECORDED.bars().size(); i++) {
      assertThat(RECORDED.priceUsd((i + 1) * 60.0))
          .as("minute %d", i)
          .isCloseTo(RECORDED.bars().get(i).close(), within(1e-6));
    }
  }

  @Test
  void staysBetweenLowAndHigh() {
    double previousClose = RECORDED.bars().getFirst().open();
    for (int i = 0; i < RECORDED.bars().size(); i++) {
      Bar bar = RECORDED.bars().get(i);
      for (int second = 0; second < 60; second++) {
        assertThat(RECORDED.priceUsd(i * 60 + second))
            .as("second %d of minute %d", second, i)
            .isBetween(
                Math.min(bar.low(), previousClose) - 1e-9,
                Math.max(bar.high(), previousClose) + 1e-9);
      }
      previousClose = bar.close();
    }
  }

  @Test
  void reachesBothExtremesOfABar() {
    PricePath path = new PricePath(List.of(new Bar(100, 110, 95, 105)), 3);
    double low = 1000;
    double high = 0;
    for (int i = 0; i <= 60_000; i++) {
      double price = path.priceUsd(i / 1000.0);
      low = Math.min(low, price);
      high = Math.max(high, price);
    }

    assertThat(low).isCloseTo(95, within(0.01));
    assertThat(high).isCloseTo(110, within(0.01));
  }

  @Test
  void doesNotJump() {
    PricePath path =
        new PricePath(List.of(new Bar(100, 110, 95, 105), new Bar(106, 107, 90, 91)), 5);
    for (int i = 0; i < 300_000; i++) {
      double step = path.priceUsd((i + 1) / 1000.0) - path.priceUsd(i / 1000.0);
      assertThat(Math.abs(step)).as("at %d ms", i).isLessThan(0.01);
    }
  }

  @Test
  void walksBackAtItsEnd() {
    double end = RECORDED.length().toSeconds();

    assertThat(RECORDED.length()).isEqualTo(Duration.ofDays(3));
    assertThat(RECORDED.priceUsd(end + 77)).isEqualTo(RECORDED.priceUsd(end - 77));
    assertThat(RECORDED.priceUsd(2 * end + 77)).isEqualTo(RECORDED.priceUsd(77));
  }

  @Test
  void followsFromItsSeed() {
    assertThat(PricePath.recordedEth(1).priceUsd(1234.5)).isEqualTo(RECORDED.priceUsd(1234.5));
    assertThat(PricePath.recordedEth(2).priceUsd(1234.5)).isNotEqualTo(RECORDED.priceUsd(1234.5));
  }

  @Test
  void refusesImpossibleBars() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bar(100, 99, 95, 98));
    assertThatIllegalArgumentException().isThrownBy(() -> new PricePath(List.of(), 1));
  }
}
