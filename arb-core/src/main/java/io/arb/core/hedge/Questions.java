package io.arb.core.hedge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to ask the venue about one order, with a pause that grows. Owned by the engine thread. */
final class Questions {
  private final OrderTiming timing;
  private @Nullable Instant next;
  private Duration pause;

  Questions(OrderTiming timing) {
    this.timing = timing;
    this.pause = timing.resolvePause();
  }

  /** Asks at {@code at}, unless a question is planned already. */
  void plan(Instant at) {
    if (next == null) {
      next = at;
    }
  }

  /** Asks now, and begins again with short pauses. */
  void hurry(Instant now) {
    next = now;
    pause = timing.resolvePause();
  }

  boolean isDue(Instant now) {
    return next != null && !now.isBefore(next);
  }

  void asked(Instant now) {
    next = now.plus(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(timing.resolvePauseMax()) < 0 ? doubled : timing.resolvePauseMax();
  }

  /** There is nothing to ask any more. */
  void drop() {
    next = null;
    pause = timing.resolvePause();
  }
}
