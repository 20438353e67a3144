package io.arb.rysk.simulator;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A delay that is drawn anew each time, evenly between two bounds.
 *
 * @param min not negative
 * @param max at least {@code min}
 */
public record DelayRange(Duration min, Duration max) {
  public DelayRange {
    if (min.isNegative() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException(
          "DelayRange needs 0 <= min <= max, got " + min + " to " + max);
    }
  }

  /** Always the same delay. */
  public static DelayRange of(Duration delay) {
    return new DelayRange(delay, delay);
  }

  public static DelayRange ofMillis(long min, long max) {
    return new DelayRange(Duration.ofMillis(min), Duration.ofMillis(max));
  }

  Duration draw(SplittableRandom random) {
    long spanNanos = max.minus(min).toNanos();
    return min.plusNanos(spanNanos == 0 ? 0 : random.nextLong(spanNanos + 1));
  }
}
