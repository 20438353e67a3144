package io.arb.derive.session;

import java.math.BigDecimal;

/**
 * How fast requests may be sent: what the venue grants the account.
 *
 * @param matchingPerSecond orders, replaces and cancels a second, of all instruments together
 * @param otherPerSecond other requests a second
 * @param instrumentPerSecond orders, replaces and cancels a second of one instrument
 * @param instrumentBurst how many of those may be sent at once after a pause; at least 1
 */
public record RequestRates(
    BigDecimal matchingPerSecond,
    BigDecimal otherPerSecond,
    BigDecimal instrumentPerSecond,
    int instrumentBurst) {
  public RequestRates {
    requirePositive("matchingPerSecond", matchingPerSecond);
    requirePositive("otherPerSecond", otherPerSecond);
    requirePositive("instrumentPerSecond", instrumentPerSecond);
    requirePositive("instrumentBurst", BigDecimal.valueOf(instrumentBurst));
  }

  private static void requirePositive(String field, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(field + " must be positive, got " + value);
    }
  }
}
