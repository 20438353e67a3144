package io.arb.cache.market;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where entries outlive the process. May fail at any time with an {@link IOException} or a {@link
 * RuntimeException}; {@link OutageGuard} bears that. Safe from any thread.
 */
interface Store extends AutoCloseable {
  /** The entry under {@code key}, expired or not; a damaged one counts as absent. */
  Optional<Stored> read(String key) throws IOException;

  /**
   * Keeps the entry in place of an earlier one.
   *
   * @param now for stores that count down the time to live themselves
   */
  void write(String key, Stored entry, Instant now) throws IOException;

  /** Removes what no reader wants any more, where the store does not do that itself. */
  void sweep(Instant now) throws IOException;

  @Override
  void close();
}
