package io.arb.deribit.simulator;

/**
 * How often one account may call. Source: Deribit API, "Rate limits".
 *
 * @param matchingPerSecond matching-engine requests, steady
 * @param matchingBurst matching-engine requests at once
 */
public record CreditLimits(int matchingPerSecond, int matchingBurst) {
  public CreditLimits {
    if (matchingPerSecond < 1 || matchingBurst < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, got " + matchingPerSecond + " and " + matchingBurst);
    }
  }

  /** The tier of accounts with little volume. */
  public static CreditLimits lowestTier() {
    return new CreditLimits(5, 20);
  }

  /** The tier above 25 M USD in seven days. */
  public static CreditLimits highestTier() {
    return new CreditLimits(30, 100);
  }
}
