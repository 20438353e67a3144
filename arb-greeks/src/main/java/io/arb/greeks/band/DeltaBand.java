package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * A no-trade band around the delta that has to be offset.
 *
 * @param delta of the position, as the policy sees it: the holding that offsets it is {@code
 *     -delta}
 * @param below how far under that holding one may be (net delta short by this much), at least 0
 * @param above how far over it (net delta long by this much), at least 0
 */
public record DeltaBand(double delta, double below, double above) {
  public DeltaBand {
    Arguments.finite("delta", delta);
    Arguments.notNegative("below", below);
    Arguments.notNegative("above", above);
  }

  /** Equally wide on both sides. */
  public static DeltaBand symmetric(double delta, double halfWidth) {
    return new DeltaBand(delta, halfWidth, halfWidth);
  }

  /** The smallest holding of the hedge that is left alone, when all of delta is to be offset. */
  public double lowestHolding() {
    return -delta - below;
  }

  /** The largest such holding. */
  public double highestHolding() {
    return -delta + above;
  }
}
