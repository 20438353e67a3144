package io.arb.core.paper;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advances a paper venue to the present, again and again, on one daemon thread named {@code
 * paper-clockwork}. Safe from any thread.
 */
public final class PaperClockwork implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PaperClockwork.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final PaperVenue venue;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("paper-clockwork").factory());

  private PaperClockwork(PaperVenue venue) {
    this.venue = venue;
  }

  /** Starts at once; 50 to 100 ms is a good pace. */
  public static PaperClockwork start(PaperVenue venue, Duration every) {
    PaperClockwork clockwork = new PaperClockwork(venue);
    clockwork.run(every);
    return clockwork;
  }

  private void run(Duration every) {
    var unused =
        thread.scheduleWithFixedDelay(this::step, 0, every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void step() {
    try {
      venue.advance(venue.market().now());
    } catch (RuntimeException e) {
      log.error("the paper market could not be advanced; it goes on at the next step", e);
    }
  }

  /** Stops; idempotent, waits at most two seconds for a step that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("a step of the paper market takes longer than {}", CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
