package io.arb.cache.market;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns by hand. */
final class TurnedClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-02T10:15:30.123456789Z");

  @Override
  public Instant instant() {
    return now;
  }

  void turn(Duration by) {
    now = now.plus(by);
  }
}
