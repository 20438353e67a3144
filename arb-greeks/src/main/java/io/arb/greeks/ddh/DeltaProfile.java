package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * Portfolio delta as a function of where the perpetual trades, everything else held still. It may
 * rise (long gamma), fall (short gamma) or do both; it must be finite.
 */
@FunctionalInterface
public interface DeltaProfile {
  /** Delta in units of the underlying, the perpetual held included, at {@code priceUsd > 0}. */
  double deltaAt(double priceUsd);

  /** Delta along a straight line: what a venue's delta and gamma tell. */
  static DeltaProfile linear(double markUsd, double deltaAtMark, double gamma) {
    Arguments.positive("markUsd", markUsd);
    Arguments.finite("deltaAtMark", deltaAtMark);
    Arguments.finite("gamma", gamma);
    return priceUsd -> deltaAtMark + gamma * (priceUsd - markUsd);
  }

  /** The delta, checked: a NaN must not become an order. */
  default double checkedDeltaAt(double priceUsd) {
    double delta = deltaAt(priceUsd);
    return Double.isFinite(delta) ? delta : Arguments.finite("delta at " + priceUsd, delta);
  }
}
