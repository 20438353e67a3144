package io.arb.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One execution of ours on the exchange. The same fill may be reported more than once: its id
 * tells.
 *
 * @param order empty for a fill of an order that is not ours
 * @param quantity positive
 * @param fee positive is paid, negative is a rebate
 */
public record Fill(
    FillId id,
    Optional<ClientOrderId> order,
    Instrument instrument,
    Side side,
    Price price,
    Quantity quantity,
    Money fee,
    Liquidity liquidity,
    Instant at) {
  public Fill {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
  }
}
