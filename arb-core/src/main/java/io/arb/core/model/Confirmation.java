package io.arb.core.model;

import java.time.Instant;

/**
 * A trade that a source says has happened: we bought or sold {@code quantity} of {@code option}.
 * Always booked and always hedged, whatever became of the quote.
 *
 * @param nonce the quote that was taken; unique per source
 * @param ourSide BUY when a taker wrote the option to us
 * @param price USD per unit
 * @param fee what the source charges us on top of the premium, not negative
 * @param reference the source's own proof, for example a transaction hash; may be empty
 */
public record Confirmation(
    SourceId source,
    QuoteNonce nonce,
    Option option,
    Side ourSide,
    Quantity quantity,
    Price price,
    Money fee,
    String reference,
    Instant at) {
  public Confirmation {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
    if (fee.isNegative()) {
      throw new IllegalArgumentException("fee must not be negative, got " + fee);
    }
  }

  /** What one unit cost us, or brought us, with the source's fee; never negative. */
  public Price allInPrice() {
    Money premium = price.times(quantity);
    Money allIn =
        switch (ourSide) {
          case BUY -> premium.plus(fee);
          case SELL -> premium.minus(fee).max(Money.ZERO);
        };
    return allIn.per(quantity);
  }
}
