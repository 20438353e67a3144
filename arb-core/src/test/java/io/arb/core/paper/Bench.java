package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.paper.PricePath.Bar;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A small market for tests: the index begins at 2000 and follows the given bars; options of one
 * Friday at 1900, 2000 and 2100 with 60 % volatility, quoted 2 % around the mark.
 */
final class Bench {
  static final AccountId ALICE = new AccountId("alice");
  static final AccountId BOB = new AccountId("bob");
  static final AccountId CAROL = new AccountId("carol");
  static final Perpetual PERPETUAL = Perpetual.of("ETH");
  static final Instant EXPIRY = Instant.parse("2026-11-27T08:00:00Z");
  static final Option CALL = Option.call("ETH", EXPIRY, "2000");
  static final Option PUT = Option.put("ETH", EXPIRY, "1900");

  private static final Instant RECORDED = Instant.parse("2026-11-23T12:00:00Z");
  private static final double VOL = 0.6;

  final TurnableClock clock = new TurnableClock(RECORDED.toString());
  final PaperMarket market;
  final PaperVenue venue;

  Bench(VenueRules rules, LiquidityProfile liquidity, List<Bar> bars, long seed) {
    market =
        new PaperMarket(PaperMarketConfig.eth(seed), clock, new PricePath(bars, seed), chain(bars));
    venue = new PaperVenue(market, rules, liquidity, seed);
    List.of(ALICE, BOB, CAROL).forEach(id -> venue.deposit(id, Money.of("100000")));
  }

  /** Nobody but clients, index still at 2000. */
  static Bench quiet() {
    return new Bench(VenueRules.standard(), LiquidityProfile.none(), still(), 1);
  }

  /** Synthetic makers, index still at 2000. */
  static Bench withMakers() {
    return new Bench(VenueRules.standard(), LiquidityProfile.makersOnly(), still(), 1);
  }

  /** One price for a day. */
  static List<Bar> still() {
    return List.of(new Bar(2000, 2000, 2000, 2000));
  }

  /** Minutes that begin at 2000 and end at the given prices, without excursions. */
  static List<Bar> through(double... closes) {
    List<Bar> bars = new ArrayList<>();
    double open = 2000;
    for (double close : closes) {
      bars.add(new Bar(open, Math.max(open, close), Math.min(open, close), close));
      open = close;
    }
    return bars;
  }

  static OptionChain chain(List<Bar> bars) {
    List<OptionChain.Row> rows = new ArrayList<>();
    for (double strike : new double[] {1900, 2000, 2100}) {
      for (OptionType type : OptionType.values()) {
        rows.add(row(strike, type, bars.getFirst().open()));
      }
    }
    return new OptionChain(RECORDED, bars.getFirst().open(), rows);
  }

  private static OptionChain.Row row(double strike, OptionType type, double forward) {
    double years = VolSlice.years(RECORDED, EXPIRY);
    double mark = Black76.price(type, forward, strike, years, VOL).priceUsd();
    return new OptionChain.Row(
        EXPIRY,
        strike,
        type,
        forward,
        mark,
        OptionalDouble.of(mark * 0.98),
        OptionalDouble.of(mark * 1.02));
  }

  Instant advance(Duration by) {
    Instant now = clock.turn(by);
    venue.advance(now);
    return now;
  }

  static VenueOrderRequest order(
      Instrument instrument, Side side, String quantity, String limit, Lifetime lifetime) {
    return VenueOrderRequest.limit(
        instrument, side, Quantity.of(quantity), Price.of(limit), lifetime);
  }

  static VenueOrderRequest buy(Instrument instrument, String quantity, String limit) {
    return order(instrument, Side.BUY, quantity, limit, Lifetime.GOOD_TILL_CANCELLED);
  }

  static VenueOrderRequest sell(Instrument instrument, String quantity, String limit) {
    return order(instrument, Side.SELL, quantity, limit, Lifetime.GOOD_TILL_CANCELLED);
  }

  /** Places an order that must be accepted. */
  Placement.Accepted accepted(AccountId account, VenueOrderRequest request) {
    Placement placement = venue.place(account, request);
    if (placement instanceof Placement.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("expected acceptance, got " + placement);
  }

  /** Places an order that must be refused. */
  Placement.Refused refused(AccountId account, VenueOrderRequest request) {
    Placement placement = venue.place(account, request);
    if (placement instanceof Placement.Refused refused) {
      return refused;
    }
    throw new AssertionError("expected refusal, got " + placement);
  }

  Quantity filled(Placement.Accepted accepted) {
    return venue.order(accepted.order().id()).orElseThrow().filled();
  }
}
