package io.arb.derive.simulator;

import io.arb.derive.profile.Generation;

/**
 * How many requests a wallet may send. Windows are fixed and last five seconds. Source: Derive API,
 * "Rate limits". Immutable.
 *
 * @param matchingPerWindow order, replace and cancels
 * @param otherPerWindow everything else; public calls are counted per connection
 * @param cancelAllPerWindow {@code private/cancel_all}
 * @param perInstrumentBurst matching requests that one instrument takes at once
 * @param perInstrumentPerSecond how many of those it regains each second
 * @param connections open WebSockets; one more is told -32100
 */
public record RateTier(
    int matchingPerWindow,
    int otherPerWindow,
    int cancelAllPerWindow,
    int perInstrumentBurst,
    int perInstrumentPerSecond,
    int connections) {
  public RateTier {
    requirePositive("matchingPerWindow", matchingPerWindow);
    requirePositive("otherPerWindow", otherPerWindow);
    requirePositive("cancelAllPerWindow", cancelAllPerWindow);
    requirePositive("perInstrumentBurst", perInstrumentBurst);
    requirePositive("perInstrumentPerSecond", perInstrumentPerSecond);
    requirePositive("connections", connections);
  }

  /** What every trader has. */
  public static RateTier trader(Generation generation) {
    return switch (generation) {
      case V2 -> new RateTier(5, 25, 5, 5, 1, 4);
      case V3 -> new RateTier(5, 25, 5, 5, 1, 64);
    };
  }

  /** What market makers begin with. */
  public static RateTier marketMaker() {
    return new RateTier(2_500, 2_500, 5, 50, 10, 64);
  }

  private static void requirePositive(String field, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " must be positive, got " + value);
    }
  }
}
