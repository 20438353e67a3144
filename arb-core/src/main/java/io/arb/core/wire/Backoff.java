package io.arb.core.wire;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before dialling again: exponential with a ceiling and full jitter, so that many
 * clients that lost the same server do not return in step. Immutable.
 *
 * @param first ceiling of the first wait; positive
 * @param max ceiling of every wait; at least {@code first}
 * @param factor growth of the ceiling from one attempt to the next; finite and at least 1
 * @param stableAfter a connection that lived this long starts the count again; not negative
 */
public record Backoff(Duration first, Duration max, double factor, Duration stableAfter) {
  /** One second, doubling to thirty, forgotten after a stable minute. */
  public static final Backoff STANDARD =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2.0, Duration.ofMinutes(1));

  public Backoff {
    require(first.isPositive(), "first", first, "a positive duration");
    require(max.compareTo(first) >= 0, "max", max, "at least first, " + first);
    require(factor >= 1 && Double.isFinite(factor), "factor", factor, "a finite number from 1");
    require(!stableAfter.isNegative(), "stableAfter", stableAfter, "a duration from zero");
  }

  /**
   * Draws the wait before a dial.
   *
   * @param attempt how many dials came before since the last stable connection, from 0
   * @param random drawn from once
   * @return uniform between zero and {@link #ceiling}
   */
  public Duration delay(int attempt, RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(ceiling(attempt).toNanos() + 1));
  }

  /**
   * The longest wait that {@link #delay} can return: {@code first * factor^attempt}, at most max.
   */
  public Duration ceiling(int attempt) {
    require(attempt >= 0, "attempt", attempt, "a count from 0");
    double nanos = first.toNanos() * Math.pow(factor, attempt);
    return nanos < max.toNanos() ? Duration.ofNanos((long) nanos) : max;
  }

  private static void require(boolean holds, String field, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Backoff " + field + " must be " + expected + ", got " + value);
    }
  }
}
