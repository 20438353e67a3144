package io.arb.core.hedge;

import java.time.Duration;

/**
 * How a confirmed trade is hedged. Immutable; {@link #DEFAULTS} is the one place of the defaults.
 *
 * @param orderType how the option is sold: resting first, or crossing at once
 * @param maxSpreadBps a resting order stays within this distance of the venue's mark (or the mid
 *     without one), basis points of it; 1 to 5000
 * @param retryAttempts proven failures in a row before the next means is tried, and refusals that
 *     no retry can help before the trade goes to the dead letters; 1 to 20. "Too many requests"
 *     counts only after {@code giveUpAfter}
 * @param retryPause pause after the first failure, longer by itself with each further one; 0.01 to
 *     60 s
 * @param repegInterval a resting order is moved at most this often; 0.1 s to 10 min
 * @param repegToleranceTicks a resting order this near to the wanted price stays; 0 to 1000
 * @param escalateAfter how long to rest before crossing, and how long the option may be without a
 *     usable book before its delta is hedged instead; 0 to 1 h
 * @param crossingBoundBps how far beyond the best opposite price an order for the option may trade,
 *     basis points of the mark; 0 to 5000
 * @param perpetualBoundBps the same for the perpetual; 0 to 1000
 * @param maxLossBps the option is not traded away at a worse price than this much below (above, if
 *     bought back) what it cost us, fees included, basis points of that; what cannot be had at that
 *     price is hedged by its delta; 0 to 10000, which is no limit
 * @param giveUpAfter how long to wait for a delta or a usable perpetual before the trade goes to
 *     the dead letters; 1 s to 1 h
 */
public record HedgeConfig(
    OrderType orderType,
    int maxSpreadBps,
    int retryAttempts,
    Duration retryPause,
    Duration repegInterval,
    int repegToleranceTicks,
    Duration escalateAfter,
    int crossingBoundBps,
    int perpetualBoundBps,
    int maxLossBps,
    Duration giveUpAfter) {
  /** How the option is sold. */
  public enum OrderType {
    POST_ONLY,
    IOC
  }

  /** As {@code maxLossBps}: any price inside the crossing bound will do. */
  static final int NO_LIMIT_BPS = 10_000;

  public static final HedgeConfig DEFAULTS =
      new HedgeConfig(
          OrderType.POST_ONLY,
          100,
          3,
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          1,
          Duration.ofSeconds(15),
          300,
          50,
          NO_LIMIT_BPS,
          Duration.ofSeconds(60));

  public HedgeConfig {
    Checks.range("maxSpreadBps", maxSpreadBps, 1, 5000);
    Checks.range("retryAttempts", retryAttempts, 1, 20);
    Checks.range("retryPause", retryPause, Duration.ofMillis(10), Duration.ofSeconds(60));
    Checks.range("repegInterval", repegInterval, Duration.ofMillis(100), Duration.ofMinutes(10));
    Checks.range("repegToleranceTicks", repegToleranceTicks, 0, 1000);
    Checks.range("escalateAfter", escalateAfter, Duration.ZERO, Duration.ofHours(1));
    Checks.range("crossingBoundBps", crossingBoundBps, 0, 5000);
    Checks.range("perpetualBoundBps", perpetualBoundBps, 0, 1000);
    Checks.range("maxLossBps", maxLossBps, 0, NO_LIMIT_BPS);
    Checks.range("giveUpAfter", giveUpAfter, Duration.ofSeconds(1), Duration.ofHours(1));
  }
}
