package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as a client sends it, not yet checked: sizes and prices that a venue refuses are allowed
 * here.
 *
 * @param limit worst price, also of a market order
 * @param reduceOnly only for orders that never rest; refused where it would grow the position
 * @param label free text, may be empty
 * @param expiry the order ends here if it still rests; empty: never
 */
public record VenueOrderRequest(
    Instrument instrument,
    Side side,
    Quantity quantity,
    Price limit,
    OrderKind kind,
    Lifetime lifetime,
    boolean reduceOnly,
    String label,
    Optional<Instant> expiry) {

  /** A limit order without label and expiry. */
  public static VenueOrderRequest limit(
      Instrument instrument, Side side, Quantity quantity, Price limit, Lifetime lifetime) {
    return new VenueOrderRequest(
        instrument, side, quantity, limit, OrderKind.LIMIT, lifetime, false, "", Optional.empty());
  }

  /** A market order without label. */
  public static VenueOrderRequest market(
      Instrument instrument, Side side, Quantity quantity, Price worst) {
    return new VenueOrderRequest(
        instrument,
        side,
        quantity,
        worst,
        OrderKind.MARKET,
        Lifetime.IMMEDIATE_OR_CANCEL,
        false,
        "",
        Optional.empty());
  }

  /** This order under a label. */
  public VenueOrderRequest labelled(String newLabel) {
    return new VenueOrderRequest(
        instrument, side, quantity, limit, kind, lifetime, reduceOnly, newLabel, expiry);
  }

  /** This order, allowed only to make the position smaller. */
  public VenueOrderRequest reducing() {
    return new VenueOrderRequest(
        instrument, side, quantity, limit, kind, lifetime, true, label, expiry);
  }

  /** This order, ending by itself at {@code end}. */
  public VenueOrderRequest expiringAt(Instant end) {
    return new VenueOrderRequest(
        instrument, side, quantity, limit, kind, lifetime, reduceOnly, label, Optional.of(end));
  }

  /** True if nothing of it may stay in the book. */
  boolean isImmediate() {
    return kind == OrderKind.MARKET || lifetime.isImmediate();
  }
}
