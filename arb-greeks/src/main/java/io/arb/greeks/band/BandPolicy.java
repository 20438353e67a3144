package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * What to hold of the hedge instrument: nothing changes inside the band, outside it one trades to
 * its nearest edge and no further, because every unit beyond that costs without need.
 *
 * @param band how wide
 * @param hedgeRatio share of the delta that is offset, 0 to 1; under 1 some exposure is kept on
 *     purpose
 * @param minimumMoveFraction no second hedge before the price has moved this far since the last
 *     one, as a share of the price then; at least 0, 0 is no such rule
 * @param inset how far inside the edge to trade, as a share of the way to the middle: 0 the edge, 1
 *     the middle. Above 0 where each trade also costs a fixed fee
 */
public record BandPolicy(
    HedgeBand band, double hedgeRatio, double minimumMoveFraction, double inset) {
  public BandPolicy {
    Arguments.fraction("hedgeRatio", hedgeRatio);
    Arguments.notNegative("minimumMoveFraction", minimumMoveFraction);
    Arguments.fraction("inset", inset);
  }

  /** All of the delta, to the edge, after any move. */
  public static BandPolicy of(HedgeBand band) {
    return new BandPolicy(band, 1, 0, 0);
  }

  /**
   * The holding wanted now.
   *
   * @param position without the hedge
   * @param held of the hedge instrument, negative is short
   * @param lastHedgeUsd price at which the last hedge was done, 0 if there was none
   * @return {@code held} itself if nothing is to be done
   */
  public double holding(HedgedPosition position, double held, double lastHedgeUsd) {
    Arguments.finite("held", held);
    Arguments.notNegative("lastHedgeUsd", lastHedgeUsd);
    if (Math.abs(position.spotUsd() - lastHedgeUsd) < minimumMoveFraction * lastHedgeUsd) {
      return held;
    }
    DeltaBand around = band.around(position);
    double middle = -hedgeRatio * around.delta();
    if (held < middle - around.below()) {
      return middle - (1 - inset) * around.below();
    }
    if (held > middle + around.above()) {
      return middle + (1 - inset) * around.above();
    }
    return held;
  }
}
