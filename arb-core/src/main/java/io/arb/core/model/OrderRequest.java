package io.arb.core.model;

import java.time.Instant;

/**
 * An order as we want it. Price and quantity are already multiples of the instrument's tick and
 * step.
 *
 * @param quantity positive
 * @param limit worst acceptable price
 * @param rejectAfter the venue must refuse the order if it arrives later than this
 */
public record OrderRequest(
    ClientOrderId id,
    Instrument instrument,
    Side side,
    Quantity quantity,
    Price limit,
    TimeInForce timeInForce,
    boolean reduceOnly,
    Instant rejectAfter) {
  public OrderRequest {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
    if (limit.isZero()) {
      throw new IllegalArgumentException("limit must be positive, got " + limit);
    }
  }
}
