package io.arb.cache.market;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bears the failures of a store: it has nothing and drops everything while it is down. After a
 * failure it is left alone for a moment, so that nobody waits for it again and again; a line is
 * logged once a minute at most. Safe from any thread.
 */
final class OutageGuard {
  private static final Logger LOG = LoggerFactory.getLogger(OutageGuard.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource clock;
  private final AtomicLong lost = new AtomicLong();
  private volatile Instant pausedUntil = Instant.MIN;
  private Instant silentUntil = Instant.MIN;

  OutageGuard(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Something to do with the store. */
  @FunctionalInterface
  private interface Attempt<T> {
    T make() throws IOException;
  }

  Optional<Stored> read(String key) {
    return attempt("read", () -> store.read(key)).flatMap(found -> found);
  }

  void write(String key, Stored entry) {
    attempt("write", () -> done(() -> store.write(key, entry, clock.instant())));
  }

  void sweep() {
    attempt("sweep", () -> done(() -> store.sweep(clock.instant())));
  }

  /** How many questions and entries the store could not take. */
  long lost() {
    return lost.get();
  }

  void close() {
    try {
      store.close();
    } catch (RuntimeException e) {
      LOG.debug("closing the market cache failed", e);
    }
  }

  /** Something to do that has no answer. */
  @FunctionalInterface
  private interface Action {
    void take() throws IOException;
  }

  private static boolean done(Action action) throws IOException {
    action.take();
    return true;
  }

  private <T> Optional<T> attempt(String what, Attempt<T> attempt) {
    if (clock.instant().isBefore(pausedUntil)) {
      lost.incrementAndGet();
      return Optional.empty();
    }
    try {
      return Optional.of(attempt.make());
    } catch (IOException | RuntimeException e) {
      failed(what, e);
      return Optional.empty();
    }
  }

  private synchronized void failed(String what, Exception e) {
    lost.incrementAndGet();
    Instant now = clock.instant();
    pausedUntil = now.plus(PAUSE);
    if (!now.isBefore(silentUntil)) {
      silentUntil = now.plus(SILENCE);
      LOG.warn("market cache cannot {}: {}, {} lost so far", what, e.toString(), lost.get());
    }
  }
}
