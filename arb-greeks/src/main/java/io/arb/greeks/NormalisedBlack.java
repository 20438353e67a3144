package io.arb.greeks;

/**
 * The Black formula without units, for the option that is out of the money.
 *
 * <p>With {@code x = ln(F/K)} and {@code s = vol sqrt(T)} put {@code h = -|x|/s} (how far away the
 * strike is, at most 0) and {@code t = s/2}. Let {@code Y(z) = N(z)/phi(z)}, which is {@link
 * MillsRatio} at {@code -z}. The undiscounted out-of-the-money price is {@code weight (Y(h+t) -
 * Y(h-t))}, where {@code weight = F phi(d1) = K phi(d2)}: no large terms of opposite sign, and
 * nothing that underflows before the price does.
 */
final class NormalisedBlack {
  private NormalisedBlack() {}

  /**
   * Value above intrinsic, which is the out-of-the-money price of the strike.
   *
   * @param smaller the lower of the two discounted amounts exchanged
   * @param distance {@code |x|}
   * @param deviation s, above 0; infinity included
   */
  static double timeValue(double smaller, double distance, double deviation) {
    double h = -distance * (1 / deviation);
    double t = deviation / 2;
    return outOfTheMoney(smaller, NormalDensity.times(smaller, h + t), h, t);
  }

  /** {@code ln(forward/strike)}: {@link LogMoneyness#of(double, double)}. */
  static double logMoneyness(double forward, double strike) {
    return LogMoneyness.of(forward, strike);
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
    return -h - t >= MillsRatio.LEAST
        ? weight * difference(h, t)
        : smaller - weight * complement(h, t);
  }

  /** {@code Y(h+t) - Y(h-t)}, for {@code h <= 0 < t} and {@code h + t <= 1/2}. */
  static double difference(double h, double t) {
    return MillsRatio.difference(-h - t, 2 * t);
  }

  /**
   * What is missing from the highest possible price, over the weight: {@code Y(-(h+t)) + Y(h-t)},
   * for {@code h + t >= -1/2}.
   */
  static double complement(double h, double t) {
    return MillsRatio.at(h + t) + MillsRatio.at(t - h);
  }
}
