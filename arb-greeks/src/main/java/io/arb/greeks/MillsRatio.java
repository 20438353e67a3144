package io.arb.greeks;

/**
 * The ratio of the normal distribution's upper tail to its density, {@code N(-z) / phi(z)}.
 *
 * <p>Both factors vanish in the tail while their ratio falls like {@code 1/z}, so formulas written
 * with it keep their digits where {@code 1 - N(z)} has none. For {@code z >= 0} it is {@code
 * sqrt(pi/2) erfcx(z/sqrt 2)}; the rational approximations of erfcx are those of W. J. Cody,
 * "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969).
 */
final class MillsRatio {
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_HALF_PI = 1.2533141373155003;
  private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;

  /** Borders between the three approximations, in the argument of erfcx. */
  private static final double SMALL = 0.46875;

  private static final double LARGE = 4;

  private static final double[] ERF_NUMERATOR = {
    0.18577770618460315,
    3.1611237438705655,
    113.86415415105016,
    377.485237685302,
    3209.3775891384694
  };
  private static final double[] ERF_DENOMINATOR = {
    1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
  };

  private static final double[] MIDDLE_NUMERATOR = {
    2.1531153547440383e-8,
    0.5641884969886701,
    8.883149794388377,
    66.11919063714163,
    298.6351381974001,
    881.952221241769,
    1712.0476126340707,
    2051.0783778260716,
    1230.3393547979972
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    1,
    15.744926110709835,
    117.6939508913125,
    537.1811018620099,
    1621.3895745666903,
    3290.7992357334597,
    4362.619090143247,
    3439.3676741437216,
    1230.3393548037495
  };

  private static final double[] TAIL_NUMERATOR = {
    0.016315387137302097,
    0.30532663496123236,
    0.36034489994980445,
    0.12578172611122926,
    0.016083785148742275,
    0.0006587491615298378
  };
  private static final double[] TAIL_DENOMINATOR = {
    1,
    2.568520192289822,
    1.8729528499234673,
    0.5279051029514285,
    0.06051834131244132,
    0.0023352049762686918
  };

  private MillsRatio() {}

  /** The ratio at {@code z >= 0}: from 1.2533 at 0 down to 0 at infinity. */
  static double at(double z) {
    return SQRT_HALF_PI * erfcx(z * SQRT_HALF);
  }

  /**
   * {@code N(z)} for any {@code z}, given the density there: both tails from their own side.
   *
   * @param densityAtZ {@code phi(z)}, which callers have at hand
   */
  static double cumulative(double z, double densityAtZ) {
    return z <= 0 ? tail(-z, densityAtZ) : 1 - tail(z, densityAtZ);
  }

  private static double tail(double z, double density) {
    return density == 0 ? 0 : density * at(z);
  }

  private static double erfcx(double y) {
    if (y <= SMALL) {
      double square = y * y;
      double erf = y * ratio(ERF_NUMERATOR, ERF_DENOMINATOR, square);
      return Math.exp(square) * (1 - erf);
    }
    if (y <= LARGE) {
      return ratio(MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR, y);
    }
    double inverseSquare = 1 / (y * y);
    double correction = inverseSquare * ratio(TAIL_NUMERATOR, TAIL_DENOMINATOR, inverseSquare);
    return (ONE_OVER_SQRT_PI - correction) / y;
  }

  /** Quotient of two polynomials, coefficients from the highest power down. */
  private static double ratio(double[] numerator, double[] denominator, double at) {
    double top = numerator[0];
    double bottom = denominator[0];
    for (int i = 1; i < numerator.length; i++) {
      top = top * at + numerator[i];
      bottom = bottom * at + denominator[i];
    }
    return top / bottom;
  }
}
