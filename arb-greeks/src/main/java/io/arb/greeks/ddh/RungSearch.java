package io.arb.greeks.ddh;

import java.util.Arrays;

/**
 * Finds where a rising surplus of delta meets level after level, from the present price outwards.
 *
 * <p>Surplus is delta for a sell and minus delta for a buy. The range is sampled in {@value
 * #PIECES} equal pieces; a piece over which the surplus passes a level is searched by Newton's
 * method inside a bracket that every step narrows. A book with short legs may cross a level more
 * than once: the nearest crossing counts.
 */
final class RungSearch {
  private static final int PIECES = 32;
  private static final int MAX_STEPS = 100;

  /** The price is found when a step would move it by less than this share of itself. */
  private static final double ACCURACY = 1e-13;

  private final HedgeSide side;
  private final GammaProfile profile;
  private final double fromUsd;
  private final double endUsd;

  RungSearch(HedgeSide side, GammaProfile profile, double fromUsd, double maxAbsSpreadUsd) {
    this.side = side;
    this.profile = profile;
    this.fromUsd = fromUsd;
    double end = fromUsd - side.sign() * maxAbsSpreadUsd;
    this.endUsd = end > 0 ? end : fromUsd * ACCURACY;
  }

  /** At most {@code count} prices, of the levels that are reached one after the other. */
  double[] prices(double firstLevel, double levelStep, int count) {
    double[] prices = new double[count];
    int found = 0;
    double near = fromUsd;
    for (int piece = 1; piece <= PIECES && found < count; piece++) {
      double far = fromUsd + (endUsd - fromUsd) * piece / PIECES;
      double surplusAtFar = surplus(far);
      while (found < count && surplusAtFar >= firstLevel + found * levelStep) {
        near = crossing(firstLevel + found * levelStep, near, far);
        prices[found++] = near;
      }
      near = far;
    }
    return Arrays.copyOf(prices, found);
  }

  private double surplus(double priceUsd) {
    return -side.sign() * profile.checkedDeltaAt(priceUsd);
  }

  /** The price between {@code near} (surplus under the level) and {@code far} (at or over it). */
  private double crossing(double level, double near, double far) {
    double under = near;
    double over = far;
    double price = near;
    for (int i = 0; i < MAX_STEPS; i++) {
      double missing = level - surplus(price);
      if (missing > 0) {
        under = price;
      } else {
        over = price;
      }
      double next = price - side.sign() * missing / profile.checkedGammaAt(price);
      boolean isInside = next > Math.min(under, over) && next < Math.max(under, over);
      next = isInside ? next : under + (over - under) / 2;
      if (Math.abs(next - price) <= ACCURACY * price) {
        return next;
      }
      price = next;
    }
    return price;
  }
}
