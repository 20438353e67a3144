package io.arb.derive.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests in fixed windows of five seconds, and matching requests of each instrument in a
 * bucket that fills steadily. Source: Derive API, "Rate limits". Owned by the simulator's thread.
 */
final class RateLimiter {
  static final long WINDOW_MILLIS = 5_000;
  private static final int MOST_KEPT = 10_000;

  private final House house;
  private final Optional<RateTier> tier;
  private final Map<String, Window> windows = new HashMap<>();
  private final Map<String, Long> buckets = new HashMap<>();

  RateLimiter(House house) {
    this.house = house;
    this.tier = house.config().limits();
  }

  /** Requests of one caller since {@code startMillis}. */
  private record Window(long startMillis, int used) {}

  /** Takes one request into account, or refuses it (-32000). */
  void charge(String caller, Method.Budget budget, Optional<String> instrument) {
    if (tier.isEmpty()) {
      return;
    }
    long now = house.now().toEpochMilli();
    Window window = window(caller, budget, now);
    if (window.used() >= limit(budget)) {
      throw limited(window.startMillis() + WINDOW_MILLIS - now);
    }
    if (budget == Method.Budget.MATCHING && instrument.isPresent()) {
      chargeInstrument(caller + "|" + instrument.get(), now);
    }
    if (windows.size() > MOST_KEPT) {
      windows.clear();
      buckets.clear();
    }
    windows.put(key(caller, budget), new Window(window.startMillis(), window.used() + 1));
  }

  /** What is left in the window. */
  int remaining(String caller, Method.Budget budget) {
    return limit(budget) - used(caller, budget);
  }

  int used(String caller, Method.Budget budget) {
    return window(caller, budget, house.now().toEpochMilli()).used();
  }

  /** Milliseconds until the window ends. */
  long millisBeforeNext(String caller, Method.Budget budget) {
    long now = house.now().toEpochMilli();
    return window(caller, budget, now).startMillis() + WINDOW_MILLIS - now;
  }

  private Window window(String caller, Method.Budget budget, long now) {
    Window open = windows.get(key(caller, budget));
    boolean lives = open != null && now < open.startMillis() + WINDOW_MILLIS;
    return lives && open != null ? open : new Window(now, 0);
  }

  private static String key(String caller, Method.Budget budget) {
    return budget + "|" + caller;
  }

  private int limit(Method.Budget budget) {
    RateTier limits = tier.orElseGet(RateTier::marketMaker);
    return switch (budget) {
      case MATCHING -> limits.matchingPerWindow();
      case CANCEL_ALL -> limits.cancelAllPerWindow();
      case OTHER -> limits.otherPerWindow();
    };
  }

  /** The bucket is kept as the time at which it will be full again. */
  private void chargeInstrument(String key, long now) {
    int burst = tier.map(RateTier::perInstrumentBurst).orElse(Integer.MAX_VALUE);
    long regainMillis = 1_000 / tier.map(RateTier::perInstrumentPerSecond).orElse(1_000);
    long full = Math.max(now, buckets.getOrDefault(key, 0L));
    long after = full + regainMillis;
    long excess = after - now - burst * regainMillis;
    if (excess > 0) {
      throw limited(excess);
    }
    buckets.put(key, after);
  }

  private static RpcError limited(long millis) {
    return RpcError.of(ErrorCode.RATE_LIMITED, "Retry after " + millis + " ms");
  }
}
