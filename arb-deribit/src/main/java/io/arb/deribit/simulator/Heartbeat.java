package io.arb.deribit.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The heartbeat of one connection, timed as measured: a test request two seconds after the first
 * interval and then each interval and 0.6 seconds; the end an interval after the first one that
 * stayed unanswered. Owned by the simulator's thread.
 */
final class Heartbeat {
  /** What a connection should be sent. */
  enum Due {
    NOTHING,
    TEST_REQUEST,
    END
  }

  private static final Duration FIRST_EXTRA = Duration.ofSeconds(2);
  private static final Duration EXTRA = Duration.ofMillis(600);

  private final Duration interval;
  private Instant nextTest;
  private @Nullable Instant unansweredSince;

  Heartbeat(Duration interval, Instant now) {
    this.interval = interval;
    this.nextTest = now.plus(interval).plus(FIRST_EXTRA);
  }

  /** The client called {@code public/test}. */
  void answered() {
    unansweredSince = null;
  }

  Duration interval() {
    return interval;
  }

  Due due(Instant now) {
    if (unansweredSince != null && !now.isBefore(unansweredSince.plus(interval))) {
      return Due.END;
    }
    if (now.isBefore(nextTest)) {
      return Due.NOTHING;
    }
    nextTest = now.plus(interval).plus(EXTRA);
    if (unansweredSince == null) {
      unansweredSince = now;
    }
    return Due.TEST_REQUEST;
  }
}
