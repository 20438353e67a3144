package io.arb.greeks.hedgesim;

import java.util.SplittableRandom;

/**
 * How high and how low a price went between observations: what fills resting orders. Owned by the
 * thread that runs the path.
 *
 * <p>Of a drawn path the extremes of the Brownian bridge between two observations are drawn, {@code
 * (a + b +- sqrt((a - b)^2 - 2 vol^2 dt ln U)) / 2} in logarithms. Without them an order would fill
 * only when the next observation is beyond it, that is only when the fill was a bad one. Highest
 * and lowest are drawn independently: right while resting orders are far apart compared to a step.
 * Of a recorded path only what was recorded is known.
 */
final class PriceExtremes {
  private final PricePath path;
  private final double bridgeVolFraction;
  private final SplittableRandom random;

  PriceExtremes(PricePath path, double bridgeVolFraction, long seed) {
    this.path = path;
    this.bridgeVolFraction = bridgeVolFraction;
    this.random = new SplittableRandom(new SplittableRandom(seed).nextLong());
  }

  /** The highest price since the observation before; call it once for each, in order. */
  double highestUsd(int observation) {
    return extreme(observation, 1);
  }

  /** The lowest price since then, likewise. */
  double lowestUsd(int observation) {
    return extreme(observation, -1);
  }

  private double extreme(int observation, int sign) {
    double from = path.priceUsd(observation - 1);
    double to = path.priceUsd(observation);
    if (bridgeVolFraction == 0) {
      return sign * Math.max(sign * from, sign * to);
    }
    double years = path.years(observation) - path.years(observation - 1);
    double variance = bridgeVolFraction * bridgeVolFraction * years;
    double move = Math.log(to / from);
    double draw = Math.log(1 - random.nextDouble());
    double distance = (move + sign * Math.sqrt(move * move - 2 * variance * draw)) / 2;
    return from * Math.exp(distance);
  }
}
