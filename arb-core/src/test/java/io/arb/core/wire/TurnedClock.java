package io.arb.core.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when the test moves it. */
final class TurnedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-02T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void turn(Duration by) {
    now = now.plus(by);
  }
}
