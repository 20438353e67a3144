package io.arb.core.paper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns by hand. Safe from any thread. */
final class TurnableClock implements InstantSource {
  private volatile Instant now;

  TurnableClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  Instant turn(Duration by) {
    now = now.plus(by);
    return now;
  }
}
