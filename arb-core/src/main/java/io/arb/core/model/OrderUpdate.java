package io.arb.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of an order as the venue reports it.
 *
 * @param id empty for an order that is not ours (placed by a person or another program)
 * @param filled units traded so far, 0 to quantity
 * @param reason the venue's word for why it ended; empty if it gave none
 * @param at the venue's time of the change
 */
public record OrderUpdate(
    Optional<ClientOrderId> id,
    VenueOrderId venueId,
    Instrument instrument,
    Side side,
    Quantity quantity,
    Quantity filled,
    Price limit,
    OrderStatus status,
    String reason,
    Instant at) {
  public OrderUpdate {
    if (filled.isNegative() || filled.compareTo(quantity) > 0) {
      throw new IllegalArgumentException(
          "filled must lie between 0 and " + quantity + ", got " + filled);
    }
  }

  public Quantity remaining() {
    return quantity.minus(filled);
  }
}
