package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/**
 * How far a surface may be trusted where nothing is quoted. Immutable.
 *
 * @param maxAgeMillis a surface older than this prices nothing, at least 0
 * @param maxBeyondStrike furthest distance outside of the quoted strikes, in log-moneyness
 * @param maxBeyondExpiry furthest distance before the first or after the last expiry, as the
 *     absolute log of the ratio of the times: 0.7 is a factor of two
 * @param volPerStrike uncertainty charged per unit of log-moneyness outside, in volatility
 * @param volPerExpiry uncertainty charged per unit of log time outside, in volatility
 */
public record PricingLimits(
    long maxAgeMillis,
    double maxBeyondStrike,
    double maxBeyondExpiry,
    double volPerStrike,
    double volPerExpiry) {
  /** Ten seconds; 10% in strike; half as long again; 2 points per 10% and 10 per factor e. */
  public static final PricingLimits CAUTIOUS = new PricingLimits(10_000, 0.1, 0.4, 0.2, 0.1);

  public PricingLimits {
    Arguments.notNegative("maxAgeMillis", (double) maxAgeMillis);
    Arguments.notNegative("maxBeyondStrike", maxBeyondStrike);
    Arguments.notNegative("maxBeyondExpiry", maxBeyondExpiry);
    Arguments.notNegative("volPerStrike", volPerStrike);
    Arguments.notNegative("volPerExpiry", volPerExpiry);
  }
}
