package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Money;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static Holding.Traded trade(Holding from, String signed, String price) {
    return from.trade(Quantity.of(signed), Price.of(price), Money.ZERO);
  }

  @Test
  void averagesWhatItBuys() {
    Holding held = trade(trade(Holding.NONE, "1", "2000").holding(), "3", "2400").holding();

    assertThat(held.position(Perpetual.of("ETH")).averagePrice()).isEqualTo(Price.of("2300"));
    assertThat(held.quote()).isEqualTo(Money.of("-9200"));
  }

  @Test
  void realisesThePartThatCloses() {
    Holding held = trade(Holding.NONE, "4", "2000").holding();

    Holding.Traded sold = trade(held, "-1", "2100");

    assertThat(sold.realizedPnl()).isEqualTo(Money.of("100"));
    assertThat(sold.holding().quote()).isEqualTo(Money.of("-6000"));
  }

  @Test
  void realisesShortsToo() {
    Holding held = trade(Holding.NONE, "-2", "2000").holding();

    assertThat(trade(held, "2", "1900").realizedPnl()).isEqualTo(Money.of("200"));
  }

  @Test
  void turnsAround() {
    Holding held = trade(Holding.NONE, "1", "2000").holding();

    Holding.Traded turned = trade(held, "-3", "2100");

    assertThat(turned.realizedPnl()).isEqualTo(Money.of("100"));
    assertThat(turned.holding().quantity()).isEqualTo(Quantity.of("-2"));
    assertThat(turned.holding().quote()).isEqualTo(Money.of("4200"));
  }

  @Test
  void losesNoMoneyByRounding() {
    Holding held = trade(Holding.NONE, "0.3", "2000.01").holding();

    Holding.Traded first = trade(held, "-0.1", "2000.01");
    Holding.Traded second = trade(first.holding(), "-0.1", "2000.01");
    Holding.Traded third = trade(second.holding(), "-0.1", "2000.01");

    assertThat(first.realizedPnl().plus(second.realizedPnl()).plus(third.realizedPnl()))
        .isEqualTo(Money.ZERO);
    assertThat(third.holding().quote()).isEqualTo(Money.ZERO);
  }

  @Test
  void leavesNothingBehindWhenItClosesInFull() {
    Holding held = trade(Holding.NONE, "0.3", "0.000000000000000001").holding();

    assertThat(trade(held, "-0.3", "5").holding().quote()).isEqualTo(Money.ZERO);
  }
}
