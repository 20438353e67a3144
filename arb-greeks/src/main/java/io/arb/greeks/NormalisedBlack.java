package io.arb.greeks;

/**
 * The Black formula without units, for the option that is out of the money.
 *
 * <p>With {@code x = ln(F/K)} and {@code s = vol sqrt(T)} put {@code h = |x|/s} (how far away the
 * strike is) and {@code t = s/2}. Let {@code Y(z) = N(z)/phi(z)}, which is {@link MillsRatio} at
 * {@code -z}. The undiscounted out-of-the-money price is {@code weight D} with {@code D = Y(t - h)
 * - Y(-t - h)} and {@code weight = F phi(d1) = K phi(d2)}: no large terms of opposite sign, and
 * nothing that underflows before the price does.
 */
final class NormalisedBlack {
  private static final double SQRT_TWO_PI = 2.5066282746310007;

  private NormalisedBlack() {}

  /**
   * Value above intrinsic, which is the out-of-the-money price of the strike.
   *
   * @param smaller the lower of the two discounted amounts exchanged
   * @param distance {@code |x|}
   * @param deviation s, above 0; infinity included
   */
  static double timeValue(double smaller, double distance, double deviation) {
    double h = distance * (1 / deviation);
    double t = deviation / 2;
    double near = h - t;
    double weight = NormalDensity.times(smaller, near);
    if (weight == 0) {
      return near < 0 ? smaller : 0;
    }
    return near >= MillsRatio.LEAST
        ? weight * MillsRatio.difference(near, deviation)
        : smaller - weight * missing(h, t);
  }

  /**
   * {@code s/D}: relative change of the price per relative change of the deviation.
   *
   * @param h at least 0; {@code h + t} is under 1e9
   * @param t above 0
   */
  static double elasticity(double h, double t) {
    double near = h - t;
    return near >= MillsRatio.LEAST
        ? MillsRatio.gapOverDifference(near, 2 * t)
        : elasticityPastTheMoney(h, t);
  }

  /** {@link #elasticity} for {@code h - t < -1/2}, where the difference needs no such care. */
  static double elasticityPastTheMoney(double h, double t) {
    double z = t - h;
    return 2 * t / (SQRT_TWO_PI * Math.exp(z * z / 2) - missing(h, t));
  }

  /**
   * What is missing from the highest possible price, over the weight: {@code Y(h - t) + Y(-t - h)},
   * for {@code t - h >= -1/2}.
   */
  static double missing(double h, double t) {
    return MillsRatio.at(t - h) + MillsRatio.at(t + h);
  }
}
