package io.arb.greeks;

/**
 * The Black formula without units, for the option that is out of the money.
 *
 * <p>With {@code x = ln(F/K)} and {@code s = vol sqrt(T)} put {@code h = -|x|/s} (how far away the
 * strike is, at most 0) and {@code t = s/2}. Let {@code Y(z) = N(z)/phi(z)}. The undiscounted
 * out-of-the-money price is {@code weight (Y(h+t) - Y(h-t))}, where {@code weight = F phi(d1) = K
 * phi(d2)}: no large terms of opposite sign, and nothing that underflows before the price does. The
 * regions are those of P. Jaeckel, "Let's Be Rational" (2015).
 */
final class NormalisedBlack {
  /** Half of a total deviation below which the difference of ratios is expanded in it. */
  private static final double SERIES_BELOW = 0.5;

  /** Log-moneyness up to which the series keeps its digits; beyond it the difference does. */
  private static final double SERIES_LOG_MONEYNESS = 0.5;

  private static final int SERIES_TERMS = 12;

  private NormalisedBlack() {}

  /** {@code ln(forward/strike)}, exact to the last digit also when the two nearly agree. */
  static double logMoneyness(double forward, double strike) {
    double ratio = forward / strike;
    return ratio > 0.5 && ratio < 2 ? Math.log1p((forward - strike) / strike) : Math.log(ratio);
  }

  /**
   * Undiscounted out-of-the-money price.
   *
   * @param smaller the lower of forward and strike, which the price stays under
   * @param weight {@code F phi(d1)}
   */
  static double outOfTheMoney(double smaller, double weight, double h, double t) {
    if (weight == 0) {
      return h + t > 0 ? smaller : 0;
    }
    return h + t <= 0 || t < SERIES_BELOW
        ? weight * difference(h, t)
        : smaller - weight * complement(h, t);
  }

  /** {@code Y(h+t) - Y(h-t)}, for {@code h <= 0 < t} and {@code h + t <= 0} or small {@code t}. */
  static double difference(double h, double t) {
    return t < SERIES_BELOW && -h * t < SERIES_LOG_MONEYNESS / 2
        ? series(h, t)
        : MillsRatio.at(-h - t) - MillsRatio.at(t - h);
  }

  /**
   * What is missing from the highest possible price, over the weight: {@code Y(-(h+t)) + Y(h-t)},
   * for {@code h + t >= 0}.
   */
  static double complement(double h, double t) {
    return MillsRatio.at(h + t) + MillsRatio.at(t - h);
  }

  /** The odd Taylor series of the difference in {@code t}, from Y' = 1 + zY and its derivatives. */
  private static double series(double h, double t) {
    double lower = MillsRatio.at(-h);
    double odd = 1 + h * lower;
    double power = 2 * t;
    double sum = power * odd;
    for (int n = 1; n < 2 * SERIES_TERMS; n += 2) {
      lower = h * odd + n * lower;
      odd = h * lower + (n + 1) * odd;
      power *= t * t / ((n + 1) * (n + 2));
      sum += power * odd;
    }
    return sum;
  }
}
