package io.arb.greeks.portfolio;

import io.arb.greeks.Arguments;

/**
 * The choices behind a portfolio's greeks.
 *
 * @param smile how the smile moves with the forward
 * @param referenceYears {@code Tref}, the expiry in years that weighted vegas are expressed in,
 *     above 0
 * @param staleAfterMillis age in milliseconds up to which values and indices count, at least 0
 */
public record GreeksRules(SmileRule smile, double referenceYears, long staleAfterMillis) {
  public GreeksRules {
    Arguments.positive("referenceYears", referenceYears);
    if (staleAfterMillis < 0) {
      throw new IllegalArgumentException(
          "staleAfterMillis must be at least 0, got " + staleAfterMillis);
    }
  }
}
