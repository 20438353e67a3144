package io.arb.core.paper;

import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.paper.Placement.Refused;
import java.time.Instant;
import java.util.Optional;

/**
 * The checks that an order passes before it meets the book, in the order of {@link Refusal}. Owned
 * by the venue's lock.
 */
final class Admission {
  private final Floor floor;
  private final Margin margin;

  Admission(Floor floor, Margin margin) {
    this.floor = floor;
    this.margin = margin;
  }

  /** The first reason to refuse, if there is one. */
  Optional<Refused> check(Account account, VenueOrderRequest request, Instant now) {
    InstrumentSpec spec = floor.specs().get(request.instrument());
    if (spec == null) {
      return refuse(Refusal.UNKNOWN_INSTRUMENT, "no instrument " + request.instrument().symbol());
    }
    Optional<Book> book = floor.openBook(request.instrument(), now);
    if (book.isEmpty()) {
      return refuse(
          Refusal.INSTRUMENT_INACTIVE, request.instrument().symbol() + " is not traded any more");
    }
    return quantity(request.quantity(), spec)
        .or(() -> price(request, spec, book.get(), now))
        .or(() -> combination(account, request, now))
        .or(() -> capacity(account, request, now));
  }

  private static Optional<Refused> quantity(Quantity quantity, InstrumentSpec spec) {
    if (!quantity.isMultipleOf(spec.step())) {
      return refuse(Refusal.INVALID_QUANTITY, "Amount must be a multiple of " + spec.step());
    }
    boolean inRange =
        quantity.compareTo(spec.minQuantity()) >= 0 && quantity.compareTo(spec.maxQuantity()) <= 0;
    return inRange
        ? Optional.empty()
        : refuse(
            Refusal.INVALID_QUANTITY,
            "Amount must be from "
                + spec.minQuantity()
                + " to "
                + spec.maxQuantity()
                + ", got "
                + quantity);
  }

  private Optional<Refused> price(
      VenueOrderRequest request, InstrumentSpec spec, Book book, Instant now) {
    Price limit = request.limit();
    if (limit.isZero() || !limit.floorTo(spec.tick()).equals(limit)) {
      return refuse(
          Refusal.INVALID_PRICE,
          "Price must be a positive multiple of " + spec.tick() + ", got " + limit);
    }
    PriceBand band = floor.band(request.instrument(), now);
    boolean breaks =
        request.kind() == OrderKind.LIMIT
            && band.isBeyond(request.side(), limit)
            && crosses(book, request.side(), limit);
    return breaks
        ? Optional.of(
            new Refused(
                Refusal.PRICE_BEYOND_BAND,
                "Price " + limit + " would trade beyond " + band.bound(request.side()),
                Optional.of(band.bound(request.side()))))
        : Optional.empty();
  }

  /** True if an incoming order with this limit would meet the best resting one. */
  static boolean crosses(Book book, Side side, Price limit) {
    return book.best(side.opposite())
        .map(best -> side == Side.BUY ? best.compareTo(limit) <= 0 : best.compareTo(limit) >= 0)
        .orElse(false);
  }

  private static Optional<Refused> combination(
      Account account, VenueOrderRequest request, Instant now) {
    if (request.lifetime().isPostOnly() && request.kind() != OrderKind.LIMIT) {
      return refuse(Refusal.POST_ONLY_NOT_LIMIT, "Post-only is for limit orders");
    }
    if (request.reduceOnly() && !request.isImmediate()) {
      return refuse(Refusal.REDUCE_ONLY_RESTS, "Reduce-only is for market, ioc and fok orders");
    }
    if (request.reduceOnly() && !reduces(account, request)) {
      return refuse(
          Refusal.REDUCE_ONLY_GROWS,
          "Position is " + account.position(request.instrument()) + ", the order would grow it");
    }
    return request.expiry().filter(end -> !now.isBefore(end)).isPresent()
        ? refuse(Refusal.EXPIRED, "The order's own time limit has passed")
        : Optional.empty();
  }

  private static boolean reduces(Account account, VenueOrderRequest request) {
    Quantity position = account.position(request.instrument());
    boolean opposite = request.side() == Side.BUY ? position.isNegative() : position.isPositive();
    return opposite && request.quantity().compareTo(position.abs()) <= 0;
  }

  private Optional<Refused> capacity(Account account, VenueOrderRequest request, Instant now) {
    if (!request.isImmediate() && account.openCount() >= floor.rules().maxOpenOrders()) {
      return refuse(
          Refusal.TOO_MANY_OPEN_ORDERS,
          "At most " + floor.rules().maxOpenOrders() + " orders may be open");
    }
    Price worst = floor.band(request.instrument(), now).clamp(request.side(), request.limit());
    Margin.Pending pending =
        new Margin.Pending(request.instrument(), request.side(), request.quantity(), worst);
    return !floor.rules().margined() || margin.allows(account, pending, now)
        ? Optional.empty()
        : refuse(
            Refusal.INSUFFICIENT_MARGIN, "Margin would be negative with all open orders traded");
  }

  private static Optional<Refused> refuse(Refusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
