package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * What a ladder was solved from, to tell when it has to be solved again.
 *
 * <p>Time, volatility, fills and other trades all move the rungs, and all of them show in one
 * number: how far delta, looked at where the ladder was solved, has drifted since. The move of the
 * perpetual itself does not, since that is what the rungs are laid out for.
 *
 * @param priceUsd price of the perpetual when the ladder was solved
 * @param delta net delta there and then
 */
public record LadderReference(double priceUsd, double delta) {
  /** A tenth of a rung. */
  public static final double USUAL_DRIFT = 0.1;

  public LadderReference {
    Arguments.positive("priceUsd", priceUsd);
    Arguments.finite("delta", delta);
  }

  /** The reference of a ladder that is solved now. */
  public static LadderReference of(DeltaProfile profile, double priceUsd) {
    return new LadderReference(priceUsd, profile.checkedDeltaAt(priceUsd));
  }

  /** Delta gained at the reference price since, negative if lost. */
  public double drift(DeltaProfile now) {
    return now.checkedDeltaAt(priceUsd) - delta;
  }

  /**
   * Whether the rungs have to be solved again.
   *
   * @param shareOfRung drift that is tolerated, as a share of the rung size, above 0
   */
  public boolean isOutdated(DeltaProfile now, double rungSize, double shareOfRung) {
    Arguments.positive("rungSize", rungSize);
    Arguments.positive("shareOfRung", shareOfRung);
    return Math.abs(drift(now)) >= shareOfRung * rungSize;
  }

  /**
   * How long the passing of time alone may take until then: {@code shareOfRung rungSize / |charm|},
   * infinite without charm.
   *
   * @param charmPerYear change of delta per year of 365 days as time passes
   * @return years
   */
  public static double yearsUntilOutdated(
      double charmPerYear, double rungSize, double shareOfRung) {
    Arguments.finite("charmPerYear", charmPerYear);
    Arguments.positive("rungSize", rungSize);
    Arguments.positive("shareOfRung", shareOfRung);
    return charmPerYear == 0
        ? Double.POSITIVE_INFINITY
        : shareOfRung * rungSize / Math.abs(charmPerYear);
  }
}
