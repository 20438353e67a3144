package io.arb.deribit;

import io.arb.core.model.OrderRequest;
import io.arb.core.model.Price;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.deribit.map.DeribitInstrument;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.PriceUnit;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.WireTicker;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether an order can be sent now, and at what price of the venue. The limit is rounded to the
 * venue's grid and held inside its price band, both only to the side that is never worse than the
 * limit. Owned by the session's thread.
 */
final class OrderChecks {
  /** What a check found. */
  sealed interface Verdict {}

  /**
   * The order can be sent.
   *
   * @param price in the venue's units
   */
  record Ready(DeribitInstrument instrument, BigDecimal price) implements Verdict {}

  /** The order cannot be sent, and was not. */
  record Refused(Rejection rejection, String detail) implements Verdict {}

  private final DeribitSession session;
  private final Naming naming;
  private final Catalogue catalogue;
  private final MarketFeed market;
  private final InstantSource clock;

  OrderChecks(
      DeribitSession session,
      Naming naming,
      Catalogue catalogue,
      MarketFeed market,
      InstantSource clock) {
    this.session = session;
    this.naming = naming;
    this.catalogue = catalogue;
    this.market = market;
    this.clock = clock;
  }

  Verdict check(OrderRequest order) {
    if (!session.isLive()) {
      return new Refused(Rejection.NOT_SENT, "the session is not live");
    }
    Optional<DeribitInstrument> found = catalogue.find(order.instrument());
    if (found.isEmpty()) {
      return new Refused(
          Rejection.INSTRUMENT_CLOSED, order.instrument() + " is not listed by the venue");
    }
    DeribitInstrument instrument = found.get();
    String problem = problem(order, instrument);
    return problem.isEmpty() ? terms(order, instrument) : new Refused(Rejection.NOT_SENT, problem);
  }

  /** What may be over in a moment. */
  private String problem(OrderRequest order, DeribitInstrument instrument) {
    if (!session.clockProblem().isEmpty()) {
      return session.clockProblem();
    }
    if (!order.rejectAfter().isAfter(clock.instant())) {
      return "too late: was to arrive until " + order.rejectAfter();
    }
    return session
        .state()
        .problem(instrument.priceIndex(), naming.settlementCurrency(order.instrument()));
  }

  private Verdict terms(OrderRequest order, DeribitInstrument instrument) {
    boolean onStep =
        order.quantity().isMultipleOf(instrument.spec().step())
            && order.quantity().compareTo(instrument.spec().minQuantity()) >= 0;
    if (!onStep) {
      return new Refused(
          Rejection.INVALID_QUANTITY,
          "expected a multiple of " + instrument.spec().step() + ", got " + order.quantity());
    }
    Price tick = instrument.spec().tick();
    if (!instrument.isPricedInCoin() && !order.limit().floorTo(tick).equals(order.limit())) {
      return new Refused(
          Rejection.INVALID_PRICE, "expected a multiple of " + tick + ", got " + order.limit());
    }
    Optional<PriceUnit> unit = market.unit(order.instrument());
    if (unit.isEmpty()) {
      return new Refused(Rejection.NOT_SENT, "no ticker has shown the forward yet");
    }
    return unit.get()
        .toVenue(order.limit(), order.side(), instrument.grid())
        .flatMap(price -> insideBand(price, order, instrument))
        .<Verdict>map(price -> new Ready(instrument, price))
        .orElseGet(
            () ->
                new Refused(
                    Rejection.INVALID_PRICE, order.limit() + " is below the venue's first tick"));
  }

  /** The venue refuses prices beyond its band; a less willing price is as good. */
  private Optional<BigDecimal> insideBand(
      BigDecimal price, OrderRequest order, DeribitInstrument instrument) {
    Optional<WireTicker> ticker = market.ticker(order.instrument());
    BigDecimal bounded =
        switch (order.side()) {
          case BUY -> ticker.flatMap(WireTicker::maxPrice).map(price::min).orElse(price);
          case SELL -> ticker.flatMap(WireTicker::minPrice).map(price::max).orElse(price);
        };
    Side side = order.side();
    return instrument.grid().passive(bounded, side);
  }
}
