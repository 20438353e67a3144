package io.arb.deribit.simulator;

import io.arb.deribit.simulator.Method.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Buckets of credits that fill steadily, one for each caller and pool. An empty bucket is error
 * 10028. Source: Deribit API, "Rate limits". Owned by the simulator's thread.
 */
final class Credits {
  private static final int REFILL_PER_SECOND = 10_000;

  private final House house;
  private final Optional<CreditLimits> limits;
  private final Map<String, Bucket> buckets = new HashMap<>();

  Credits(House house) {
    this.house = house;
    this.limits = house.config().limits();
  }

  private record Bucket(double credits, Instant at) {}

  /** Takes what a call costs, or refuses it. */
  void charge(String caller, Pool pool) {
    if (limits.isEmpty()) {
      return;
    }
    CreditLimits own = limits.get();
    boolean matching = pool == Pool.MATCHING;
    double size = matching ? own.matchingBurst() : pool.size();
    double perSecond = matching ? own.matchingPerSecond() : REFILL_PER_SECOND;
    String key = pool + " " + caller;
    Instant now = house.now();
    Bucket old = buckets.getOrDefault(key, new Bucket(size, now));
    double elapsed = Duration.between(old.at(), now).toNanos() / 1e9;
    double left = Math.min(size, old.credits() + elapsed * perSecond) - pool.cost();
    if (left < 0) {
      throw RpcError.of(ErrorCode.TOO_MANY_REQUESTS);
    }
    buckets.put(key, new Bucket(left, now));
  }
}
