package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.CALL;
import static io.arb.core.paper.Bench.CAROL;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private final Bench bench = Bench.quiet();

  @Test
  void movesThePremiumOfAnOption() {
    bench.accepted(ALICE, sell(CALL, "2", "50"));
    bench.accepted(BOB, buy(CALL, "2", "50"));

    // maker 0.01 % of 2000 a unit, taker 0.03 % and 0.5 once
    assertThat(bench.venue.cash(ALICE)).isEqualTo(Money.of("100099.6"));
    assertThat(bench.venue.cash(BOB)).isEqualTo(Money.of("99898.3"));
  }

  @Test
  void movesOnlyTheFeeWhenAPerpetualOpens() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    assertThat(bench.venue.cash(BOB)).isEqualTo(Money.of("99999.3"));
    assertThat(bench.venue.positions(BOB).values())
        .extracting(VenuePosition::quote)
        .containsExactly(Money.of("-2000"));
  }

  @Test
  void realisesAPerpetualIntoCash() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));
    bench.accepted(CAROL, buy(PERPETUAL, "1", "2010"));

    Placement.Accepted closing = bench.accepted(BOB, sell(PERPETUAL, "1", "2010"));

    assertThat(closing.fills()).extracting(VenueFill::realizedPnl).containsExactly(Money.of("10"));
    assertThat(bench.venue.cash(BOB)).isEqualTo(Money.of("100008.6"));
    assertThat(bench.venue.positions(BOB)).isEmpty();
  }

  @Test
  void selectsFills() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));
    Instant later = bench.advance(Duration.ofSeconds(5));
    bench.accepted(ALICE, sell(CALL, "1", "50"));
    Placement.Accepted option = bench.accepted(BOB, buy(CALL, "1", "50"));

    assertThat(bench.venue.fills(BOB, FillFilter.ALL)).hasSize(2);
    assertThat(bench.venue.fills(BOB, FillFilter.ofOrder(option.order().id())))
        .isEqualTo(option.fills());
    assertThat(
            bench.venue.fills(
                BOB,
                new FillFilter(
                    Optional.of(PERPETUAL),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(later))))
        .hasSize(1);
    assertThat(
            bench.venue.fills(
                BOB,
                new FillFilter(
                    Optional.of(PERPETUAL),
                    Optional.empty(),
                    Optional.of(later),
                    Optional.empty())))
        .isEmpty();
  }

  @Test
  void valuesAnAccountAtItsMarks() {
    bench.accepted(ALICE, sell(PERPETUAL, "100", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "100", "2000"));

    MarginReport report = bench.venue.margin(BOB);

    Money openProfit =
        bench.venue.ticker(PERPETUAL).mark().times(Quantity.of("100")).minus(Money.of("200000"));
    assertThat(report.value()).isEqualTo(bench.venue.cash(BOB).plus(openProfit));
    assertThat(report.maintenance()).isGreaterThan(report.initial());
    assertThat(report.openOrders()).isEqualTo(Money.ZERO);
  }

  @Test
  void countsTheWorseSideOfOpenOrders() {
    bench.accepted(BOB, buy(PERPETUAL, "100", "2000"));
    Money buysOnly = bench.venue.margin(BOB).openOrders();
    bench.accepted(BOB, sell(PERPETUAL, "10", "2005"));

    // 5 % of 100 units at about 2000
    assertThat(buysOnly.usd().doubleValue()).isBetween(-10_100.0, -9_900.0);
    assertThat(bench.venue.margin(BOB).openOrders()).isEqualTo(buysOnly);
  }

  @Test
  void needsMoreForAShortOptionThanItIsWorth() {
    bench.accepted(ALICE, sell(CALL, "10", "50"));
    bench.accepted(BOB, buy(CALL, "10", "50"));

    MarginReport seller = bench.venue.margin(ALICE);

    // a fifth above 2000 a call at 2000 is worth about 400
    double needed = bench.venue.cash(ALICE).minus(seller.initial()).usd().doubleValue();
    assertThat(needed).isBetween(4_000.0, 4_500.0);
    assertThat(bench.venue.margin(BOB).initial()).isEqualTo(bench.venue.cash(BOB));
  }
}
