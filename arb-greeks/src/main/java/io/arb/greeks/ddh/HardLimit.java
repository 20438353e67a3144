package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * When to stop waiting for a resting order and pay the spread.
 *
 * @param maxAbsDelta delta that must not last, above the band
 * @param afterMillis how long it may last, at least 0
 * @param maxCrossUsd how far from the mark the taking order's limit may be, at least 0
 */
public record HardLimit(double maxAbsDelta, long afterMillis, double maxCrossUsd) {
  /** Never takes: no delta is beyond it. */
  public static final HardLimit NEVER = new HardLimit(Double.MAX_VALUE, Long.MAX_VALUE, 0);

  public HardLimit {
    Arguments.positive("maxAbsDelta", maxAbsDelta);
    Arguments.notNegative("afterMillis", (double) afterMillis);
    Arguments.notNegative("maxCrossUsd", maxCrossUsd);
  }

  /** Whether a delta is beyond the limit, so that its time runs. */
  public boolean isBreachedBy(double delta) {
    return Math.abs(delta) > maxAbsDelta;
  }

  boolean isDue(double delta, long breachedMillis) {
    return isBreachedBy(delta) && breachedMillis >= afterMillis;
  }
}
