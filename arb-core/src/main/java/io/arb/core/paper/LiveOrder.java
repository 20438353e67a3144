package io.arb.core.paper;

import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.Optional;

/** An order while it lives. Owned by whoever holds the venue's lock. */
final class LiveOrder {
  private final VenueOrderId id;
  private final Account account;
  private final VenueOrderRequest request;
  private final Price limit;
  private final Optional<VenueOrderId> replaced;
  private final Instant createdAt;
  private Quantity filled = Quantity.ZERO;
  private Money traded = Money.ZERO;
  private Money fees = Money.ZERO;
  private OrderStatus status = OrderStatus.OPEN;
  private EndReason reason = EndReason.NONE;
  private Instant changedAt;

  LiveOrder(
      VenueOrderId id,
      Account account,
      VenueOrderRequest request,
      Price limit,
      Optional<VenueOrderId> replaced,
      Instant createdAt) {
    this.id = id;
    this.account = account;
    this.request = request;
    this.limit = limit;
    this.replaced = replaced;
    this.createdAt = createdAt;
    this.changedAt = createdAt;
  }

  VenueOrderId id() {
    return id;
  }

  Account account() {
    return account;
  }

  VenueOrderRequest request() {
    return request;
  }

  Side side() {
    return request.side();
  }

  Price limit() {
    return limit;
  }

  Quantity filled() {
    return filled;
  }

  Quantity remaining() {
    return request.quantity().minus(filled);
  }

  boolean isOpen() {
    return status == OrderStatus.OPEN;
  }

  boolean hasTraded() {
    return filled.isPositive();
  }

  boolean isOver(Instant now) {
    return request.expiry().map(end -> !now.isBefore(end)).orElse(false);
  }

  void fill(Price price, Quantity quantity, Money fee, Instant now) {
    filled = filled.plus(quantity);
    traded = traded.plus(price.times(quantity));
    fees = fees.plus(fee);
    changedAt = now;
    if (remaining().isZero()) {
      status = OrderStatus.FILLED;
    }
  }

  void end(OrderStatus end, EndReason why, Instant now) {
    if (!isOpen()) {
      throw new IllegalStateException("order " + id + " cannot go " + status + " -> " + end);
    }
    status = end;
    reason = why;
    changedAt = now;
  }

  VenueOrder snapshot() {
    return new VenueOrder(
        id,
        account.id(),
        request,
        limit,
        filled,
        hasTraded() ? traded.per(filled) : Price.ZERO,
        fees,
        status,
        reason,
        replaced,
        createdAt,
        changedAt);
  }
}
