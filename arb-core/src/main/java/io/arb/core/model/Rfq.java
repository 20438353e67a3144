package io.arb.core.model;

import java.time.Instant;

/**
 * A request for quote as the engine sees it. What the source needs to answer it (addresses, chain,
 * signing domain) stays with the source.
 *
 * @param quantity units of the underlying, positive; quoted as a whole
 * @param takerSide what the taker does: SELL means that we are asked for a bid
 * @param deadline when the auction ends, as far as known; a quote after that is useless
 */
public record Rfq(
    RfqId id,
    SourceId source,
    Option option,
    Quantity quantity,
    Side takerSide,
    Instant receivedAt,
    Instant deadline) {
  public Rfq {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
  }
}
