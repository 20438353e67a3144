package io.arb.core.model;

import java.time.Instant;

/**
 * A firm bid for the whole quantity of a request. It cannot be withdrawn: until {@code validUntil}
 * it is exposure.
 *
 * @param bid USD per unit of the underlying, positive
 */
public record Quote(
    QuoteNonce nonce,
    RfqId rfq,
    SourceId source,
    Option option,
    Quantity quantity,
    Price bid,
    Instant validUntil) {
  public Quote {
    if (bid.isZero()) {
      throw new IllegalArgumentException("bid must be positive, got " + bid);
    }
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
  }

  public boolean isLive(Instant now) {
    return now.isBefore(validUntil);
  }
}
