package io.arb.greeks.inverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InverseFutureTest {
  static Stream<JsonNode> profits() {
    return InverseVectors.deltaCases("inverse_future_pnl");
  }

  @ParameterizedTest
  @MethodSource("profits")
  void gainsCoinsByTheDifferenceOfTheInversePrices(JsonNode row) {
    var future = new InverseFuture(row.get("size_usd").asDouble());

    assertThat(future.profitCoins(row.get("entry").asDouble(), row.get("exit").asDouble()))
        .isCloseTo(row.get("pnl_coin").asDouble(), within(5.001e-9));
  }

  @Test
  void isExposedToItsNotionalInCoins() {
    var future = new InverseFuture(-50_000);

    assertThat(future.deltaCoins(100_000)).isEqualTo(-0.5);
    assertThat(future.coinsPerUsd(100_000)).isCloseTo(-5e-6, within(1e-20));
    assertThat(future.convexity(100_000)).isCloseTo(1e-10, within(1e-24));
  }

  @Test
  void refusesPricesThatAreNone() {
    var future = new InverseFuture(10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> future.profitCoins(50_000, 0))
        .withMessageStartingWith("exitUsd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> future.deltaCoins(Double.NaN))
        .withMessageStartingWith("priceUsd");
  }
}
