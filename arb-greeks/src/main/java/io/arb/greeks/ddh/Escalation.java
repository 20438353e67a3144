package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * How {@link AggressiveDdh} presses harder the longer delta stays outside the band: join the best
 * price, then step inside the spread, then take, further and further from the touch.
 *
 * @param joinMillis how long to wait at the best price of our own side, at least 0
 * @param improveMillis how long to wait a tick away from crossing after that, at least 0
 * @param firstCrossUsd how far past the touch the first taking order may trade, at least 0
 * @param lastCrossUsd how far past it later ones may, and how far from the mark any of them, at
 *     least the first
 * @param wideningMillis how long the bound takes to grow from the first to the last, at least 0
 */
public record Escalation(
    long joinMillis,
    long improveMillis,
    double firstCrossUsd,
    double lastCrossUsd,
    long wideningMillis) {

  /** What to do at one moment. */
  enum Stage {
    JOIN,
    IMPROVE,
    TAKE
  }

  public Escalation {
    Arguments.notNegative("joinMillis", (double) joinMillis);
    Arguments.notNegative("improveMillis", (double) improveMillis);
    Arguments.notNegative("firstCrossUsd", firstCrossUsd);
    Arguments.notNegative("lastCrossUsd", lastCrossUsd);
    Arguments.notNegative("wideningMillis", (double) wideningMillis);
    if (lastCrossUsd < firstCrossUsd) {
      throw new IllegalArgumentException(
          "lastCrossUsd must be at least firstCrossUsd " + firstCrossUsd + ", got " + lastCrossUsd);
    }
  }

  /** Takes at once, up to one bound. */
  public static Escalation atOnce(double crossUsd) {
    return new Escalation(0, 0, crossUsd, crossUsd, 0);
  }

  Stage stage(long breachedMillis) {
    if (breachedMillis < joinMillis) {
      return Stage.JOIN;
    }
    return breachedMillis - joinMillis < improveMillis ? Stage.IMPROVE : Stage.TAKE;
  }

  /** How far past the touch a taking order may trade now. */
  double crossUsd(long breachedMillis) {
    double taking = (double) breachedMillis - joinMillis - improveMillis;
    double share = wideningMillis == 0 ? 1 : Math.clamp(taking / wideningMillis, 0, 1);
    return firstCrossUsd + share * (lastCrossUsd - firstCrossUsd);
  }
}
