package io.arb.core.paper;

import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of an order at one instant.
 *
 * @param request as it was sent
 * @param limit where it rests: differs from the request's if a post-only order was repriced
 * @param filled units traded so far
 * @param averagePrice of what was traded, rounded at 18 decimals; zero before the first fill
 * @param fees paid so far
 * @param reason why it was cancelled or expired
 * @param replaced the order that it took the place of
 */
public record VenueOrder(
    VenueOrderId id,
    AccountId account,
    VenueOrderRequest request,
    Price limit,
    Quantity filled,
    Price averagePrice,
    Money fees,
    OrderStatus status,
    EndReason reason,
    Optional<VenueOrderId> replaced,
    Instant createdAt,
    Instant changedAt) {

  public Quantity remaining() {
    return request.quantity().minus(filled);
  }

  public boolean isOpen() {
    return status == OrderStatus.OPEN;
  }
}
