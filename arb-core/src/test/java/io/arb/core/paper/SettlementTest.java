package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.CALL;
import static io.arb.core.paper.Bench.EXPIRY;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.PUT;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.PricePath.Bar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
  /** Up to 2100 in the first minute, then it stays. */
  private final Bench bench =
      new Bench(VenueRules.standard().withoutMargin(), LiquidityProfile.none(), risenAndStill(), 1);

  private static List<Bar> risenAndStill() {
    double[] closes = new double[6000];
    Arrays.fill(closes, 2100);
    return Bench.through(closes);
  }

  private void toExpiry() {
    bench.advance(Duration.between(bench.clock.instant(), EXPIRY));
  }

  @Test
  void paysAnOptionInCash() {
    bench.accepted(ALICE, sell(CALL, "2", "50"));
    bench.accepted(BOB, buy(CALL, "2", "50"));
    Money before = bench.venue.cash(BOB);
    Money sellerBefore = bench.venue.cash(ALICE);

    toExpiry();

    assertThat(bench.venue.settlementPrice(EXPIRY)).contains(Price.of("2100"));
    assertThat(bench.venue.cash(BOB).minus(before)).isEqualTo(Money.of("200"));
    assertThat(bench.venue.cash(ALICE).minus(sellerBefore)).isEqualTo(Money.of("-200"));
    assertThat(bench.venue.positions(BOB)).isEmpty();
  }

  @Test
  void paysNothingOutOfTheMoney() {
    bench.accepted(ALICE, sell(PUT, "2", "10"));
    bench.accepted(BOB, buy(PUT, "2", "10"));
    Money before = bench.venue.cash(BOB);

    toExpiry();

    assertThat(bench.venue.cash(BOB)).isEqualTo(before);
    assertThat(bench.venue.positions(BOB)).isEmpty();
  }

  @Test
  void closesTheInstrumentAndItsOrders() {
    VenueOrderId order = bench.accepted(BOB, buy(CALL, "1", "10")).order().id();

    toExpiry();

    VenueOrder ended = bench.venue.order(order).orElseThrow();
    assertThat(ended.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(ended.reason()).isEqualTo(EndReason.INSTRUMENT_CLOSED);
    assertThat(bench.venue.spec(CALL).map(InstrumentSpec::active)).contains(false);
    assertThat(bench.venue.spec(PERPETUAL).map(InstrumentSpec::active)).contains(true);
    assertThat(bench.venue.book(CALL, 5).bids()).isEmpty();
  }

  @Test
  void averagesTheLastHalfHour() {
    // 2000 for 10 minutes, 2100 from then on: expiry 25 minutes in
    double[] closes = new double[60];
    Arrays.fill(closes, 0, 10, 2000);
    Arrays.fill(closes, 10, 60, 2100);
    PaperMarket market =
        new PaperMarket(
            PaperMarketConfig.eth(1),
            new TurnableClock("2026-11-27T07:35:00Z"),
            new PricePath(Bench.through(closes), 1),
            Bench.chain(Bench.through(closes)));

    // samples at 08:00, 07:59, ... 07:46 see 2100, the 15 before see 2000
    assertThat(market.settlement(EXPIRY)).isEqualTo(Price.of("2050"));
  }

  @Test
  void endsOrdersAtTheirOwnLimit() {
    VenueOrderId order =
        bench
            .accepted(
                BOB,
                buy(PERPETUAL, "1", "1900")
                    .expiringAt(bench.clock.instant().plus(Duration.ofSeconds(30))))
            .order()
            .id();

    bench.advance(Duration.ofSeconds(29));
    assertThat(bench.venue.order(order).orElseThrow().isOpen()).isTrue();
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.venue.order(order).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(bench.venue.book(PERPETUAL, 5).bids()).isEmpty();
  }

  @Test
  void settlesOnce() {
    bench.accepted(ALICE, sell(CALL, "1", "50"));
    bench.accepted(BOB, buy(CALL, "1", "50"));
    toExpiry();
    Money after = bench.venue.cash(BOB);

    bench.advance(Duration.ofMinutes(5));

    assertThat(bench.venue.cash(BOB)).isEqualTo(after);
    assertThat(bench.venue.fills(BOB, FillFilter.ALL))
        .extracting(VenueFill::quantity)
        .containsExactly(Quantity.of("1"));
  }
}
