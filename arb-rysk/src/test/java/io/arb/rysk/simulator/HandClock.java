package io.arb.rysk.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that is turned by hand. Safe from any thread. */
final class HandClock implements InstantSource {
  private volatile Instant now;

  HandClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  void turn(Duration time) {
    now = now.plus(time);
  }
}
