package io.arb.deribit.session;

/**
 * How fast requests may be sent. The defaults of the settings are four fifths of what the venue
 * grants the lowest tier. Source: Deribit API, "Rate limits".
 *
 * @param matchingPerSecond orders and cancels a second
 * @param matchingBurst of those, at once after a pause
 * @param cancelReserve of that burst, what only cancels may use; less than the burst
 * @param otherPerSecond other requests a second
 * @param otherBurst of those, at once after a pause
 */
public record RequestRates(
    double matchingPerSecond,
    int matchingBurst,
    int cancelReserve,
    double otherPerSecond,
    int otherBurst) {
  public RequestRates {
    requirePositive("matchingPerSecond", matchingPerSecond);
    requirePositive("matchingBurst", matchingBurst);
    requirePositive("otherPerSecond", otherPerSecond);
    requirePositive("otherBurst", otherBurst);
    if (cancelReserve < 0 || cancelReserve >= matchingBurst) {
      throw new IllegalArgumentException(
          "cancelReserve must be from 0 to below " + matchingBurst + ", got " + cancelReserve);
    }
  }

  private static void requirePositive(String field, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " must be positive, got " + value);
    }
  }
}
