package io.arb.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A store of market facts (instruments, tickers, last books) that may be lost at any time: the
 * program is right with the cache cold, down or wrong about age, only slower to start. Safe from
 * any thread.
 */
public interface MarketCache extends AutoCloseable {
  /**
   * A cached text with its age.
   *
   * @param storedAt when it was put, by the clock of whoever put it
   */
  record Entry(String json, Instant storedAt) {}

  /**
   * The entry, if it is there and not past its time to live. A store that is down has no entries.
   */
  Optional<Entry> get(String key);

  /** Best effort; a store that is down drops it. */
  void put(String key, String json, Duration timeToLive);

  @Override
  void close();
}
