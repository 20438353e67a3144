package io.arb.cache.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.arb.core.spi.MarketCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The market cache of one instance: a bounded front in memory before a store that outlives it. An
 * entry that is in the front is served from there until it expires, whatever becomes of the store;
 * a newer one that another instance has put there is seen after that. Safe from any thread; never
 * throws for a store that is down.
 */
public final class CaffeineFront implements MarketCache {
  private static final int LARGEST = 10_000;

  private final Cache<String, Stored> front = Caffeine.newBuilder().maximumSize(LARGEST).build();
  private final OutageGuard store;
  private final InstantSource clock;

  CaffeineFront(Store store, InstantSource clock) {
    this.store = new OutageGuard(store, clock);
    this.clock = clock;
    this.store.sweep();
  }

  @Override
  public Optional<Entry> get(String key) {
    Instant now = clock.instant();
    return inFront(key, now)
        .or(() -> inStore(key, now))
        .map(found -> new Entry(found.json(), found.storedAt()));
  }

  private Optional<Stored> inFront(String key, Instant now) {
    return Optional.ofNullable(front.getIfPresent(key)).filter(found -> !found.isExpired(now));
  }

  private Optional<Stored> inStore(String key, Instant now) {
    Optional<Stored> found = store.read(key).filter(entry -> !entry.isExpired(now));
    found.ifPresentOrElse(entry -> front.put(key, entry), () -> front.invalidate(key));
    return found;
  }

  /**
   * Keeps the text under the key.
   *
   * @throws IllegalArgumentException if the time to live is not positive
   */
  @Override
  public void put(String key, String json, Duration timeToLive) {
    if (!timeToLive.isPositive()) {
      throw new IllegalArgumentException("timeToLive must be positive, got " + timeToLive);
    }
    Instant now = clock.instant();
    Stored entry = new Stored(json, now, now.plus(timeToLive));
    front.put(key, entry);
    store.write(key, entry);
  }

  /** How many questions and entries the store could not take since the start, for metrics. */
  public long lost() {
    return store.lost();
  }

  /** Closes the store; the front goes on serving what it has. Idempotent. */
  @Override
  public void close() {
    store.close();
  }
}
