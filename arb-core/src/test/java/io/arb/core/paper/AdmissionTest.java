package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.CALL;
import static io.arb.core.paper.Bench.EXPIRY;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.order;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Bench bench = Bench.quiet();

  private Refusal refusal(VenueOrderRequest request) {
    return bench.refused(BOB, request).reason();
  }

  @Test
  void knowsOnlyListedInstruments() {
    assertThat(refusal(buy(Option.call("ETH", EXPIRY, "12345"), "1", "1")))
        .isEqualTo(Refusal.UNKNOWN_INSTRUMENT);
  }

  @Test
  void closesAnOptionAtItsExpiry() {
    bench.clock.turn(Duration.between(bench.clock.instant(), EXPIRY));

    assertThat(refusal(buy(CALL, "1", "10"))).isEqualTo(Refusal.INSTRUMENT_INACTIVE);
  }

  @Test
  void refusesAQuantityOffTheStep() {
    assertThat(bench.refused(BOB, buy(CALL, "1.001", "10")))
        .isEqualTo(
            new Placement.Refused(Refusal.INVALID_QUANTITY, "Amount must be a multiple of 0.01"));
  }

  @Test
  void refusesLessThanTheMinimumAndMoreThanTheMaximum() {
    assertThat(refusal(buy(PERPETUAL, "0.099", "2000"))).isEqualTo(Refusal.INVALID_QUANTITY);
    assertThat(refusal(buy(PERPETUAL, "10000.001", "2000"))).isEqualTo(Refusal.INVALID_QUANTITY);
  }

  @Test
  void refusesAPriceOffTheTickOrZero() {
    assertThat(refusal(buy(PERPETUAL, "1", "2000.001"))).isEqualTo(Refusal.INVALID_PRICE);
    assertThat(refusal(buy(PERPETUAL, "1", "0"))).isEqualTo(Refusal.INVALID_PRICE);
  }

  @Test
  void refusesToCrossBeyondTheBand() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Refused refused = bench.refused(BOB, buy(PERPETUAL, "1", "2100"));

    assertThat(refused.reason()).isEqualTo(Refusal.PRICE_BEYOND_BAND);
    assertThat(refused.bound()).isEqualTo(Optional.of(bench.venue.band(PERPETUAL).max()));
  }

  @Test
  void letsAnOrderBeyondTheBandRestIfItDoesNotCross() {
    assertThat(bench.accepted(BOB, buy(PERPETUAL, "1", "2100")).order().isOpen()).isTrue();
  }

  @Test
  void bandsPerpetualsTwoPercentAroundTheMark() {
    Price mark = bench.market.fair(PERPETUAL, bench.clock.instant());

    PriceBand band = bench.venue.band(PERPETUAL);

    assertThat(band.max())
        .isEqualTo(mark.movedBps(new BigDecimal("200")).floorTo(Price.of("0.01")));
    assertThat(band.min())
        .isEqualTo(mark.movedBps(new BigDecimal("-200")).ceilTo(Price.of("0.01")));
  }

  @Test
  void bandsOptionsByTwentyFiveDollarsOrHalfTheMark() {
    Option deep = Option.put("ETH", EXPIRY, "2100");
    Price small = bench.venue.ticker(CALL).mark();
    Price large = bench.venue.ticker(deep).mark();
    Price tick = Price.of("0.1");

    // about 49 and 115
    assertThat(bench.venue.band(CALL).max())
        .isEqualTo(small.plusClamped(new BigDecimal("25")).floorTo(tick));
    assertThat(bench.venue.band(deep).max())
        .isEqualTo(large.movedBps(new BigDecimal("5000")).floorTo(tick));
    assertThat(bench.venue.band(deep).min())
        .isEqualTo(large.movedBps(new BigDecimal("-5000")).ceilTo(tick));
  }

  @Test
  void keepsTheLowerBandAboveZero() {
    assertThat(bench.venue.band(Option.call("ETH", EXPIRY, "2100")).min())
        .isEqualTo(Price.of("0.1"));
  }

  @Test
  void keepsPostOnlyForLimitOrders() {
    VenueOrderRequest request =
        new VenueOrderRequest(
            PERPETUAL,
            Side.BUY,
            Quantity.of("1"),
            Price.of("2000"),
            OrderKind.MARKET,
            Lifetime.POST_ONLY,
            false,
            "",
            Optional.empty());

    assertThat(refusal(request)).isEqualTo(Refusal.POST_ONLY_NOT_LIMIT);
  }

  @Test
  void keepsReduceOnlyForOrdersThatDoNotRest() {
    assertThat(refusal(buy(PERPETUAL, "1", "2000").reducing()))
        .isEqualTo(Refusal.REDUCE_ONLY_RESTS);
  }

  @Test
  void refusesReduceOnlyThatWouldGrowThePosition() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));
    VenueOrderRequest tooMuch =
        order(PERPETUAL, Side.SELL, "2", "1990", Lifetime.IMMEDIATE_OR_CANCEL).reducing();
    VenueOrderRequest wrongWay =
        order(PERPETUAL, Side.BUY, "1", "2000", Lifetime.IMMEDIATE_OR_CANCEL).reducing();

    assertThat(refusal(tooMuch)).isEqualTo(Refusal.REDUCE_ONLY_GROWS);
    assertThat(refusal(wrongWay)).isEqualTo(Refusal.REDUCE_ONLY_GROWS);
  }

  @Test
  void refusesAnOrderPastItsOwnLimit() {
    assertThat(refusal(buy(PERPETUAL, "1", "2000").expiringAt(bench.clock.instant())))
        .isEqualTo(Refusal.EXPIRED);
  }

  @Test
  void refusesWhatTheAccountCannotBear() {
    // 100000 USD carry 2 million of notional at 5 %
    assertThat(refusal(buy(PERPETUAL, "1100", "2000"))).isEqualTo(Refusal.INSUFFICIENT_MARGIN);
    assertThat(bench.accepted(BOB, buy(PERPETUAL, "900", "2000")).order().isOpen()).isTrue();
  }

  @Test
  void countsOpenOrdersAgainstTheMargin() {
    bench.accepted(BOB, buy(PERPETUAL, "600", "1999"));

    assertThat(refusal(buy(PERPETUAL, "600", "1999"))).isEqualTo(Refusal.INSUFFICIENT_MARGIN);
    assertThat(bench.accepted(BOB, sell(PERPETUAL, "600", "2001")).order().isOpen()).isTrue();
  }

  @Test
  void asksOnlyTheRulesWithMargin() {
    Bench free =
        new Bench(VenueRules.standard().withoutMargin(), LiquidityProfile.none(), Bench.still(), 1);

    assertThat(free.accepted(BOB, buy(PERPETUAL, "9000", "2000")).order().isOpen()).isTrue();
  }

  @Test
  void refusesToTradeWithItself() {
    bench.accepted(BOB, sell(PERPETUAL, "1", "2000"));

    assertThat(refusal(buy(PERPETUAL, "1", "2000"))).isEqualTo(Refusal.SELF_CROSS);
  }

  @Test
  void refusesAPostOnlyOrderThatWouldTrade() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    assertThat(refusal(order(PERPETUAL, Side.BUY, "1", "2000", Lifetime.POST_ONLY)))
        .isEqualTo(Refusal.POST_ONLY_CROSSES);
  }

  @Test
  void refusesAnImmediateOrderThatFindsNobody() {
    assertThat(refusal(order(PERPETUAL, Side.BUY, "1", "2000", Lifetime.IMMEDIATE_OR_CANCEL)))
        .isEqualTo(Refusal.NO_LIQUIDITY);
    assertThat(bench.venue.orderHistory(BOB)).isEmpty();
  }

  @Test
  void refusesToFillOrKillInPart() {
    Placement.Accepted maker = bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    assertThat(refusal(order(PERPETUAL, Side.BUY, "2", "2000", Lifetime.FILL_OR_KILL)))
        .isEqualTo(Refusal.NOT_FILLED_IN_FULL);
    assertThat(bench.filled(maker)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void looksAtTheQuantityBeforeThePriceAndTheMargin() {
    assertThat(refusal(buy(PERPETUAL, "20000", "2000.001"))).isEqualTo(Refusal.INVALID_QUANTITY);
    assertThat(refusal(buy(PERPETUAL, "10000", "2000.001"))).isEqualTo(Refusal.INVALID_PRICE);
  }

  @Test
  void needsAnAccount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.venue.place(new AccountId("dave"), buy(PERPETUAL, "1", "2000")))
        .withMessageContaining("dave");
  }
}
