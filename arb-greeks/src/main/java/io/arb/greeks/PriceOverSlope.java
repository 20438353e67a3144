package io.arb.greeks;

/**
 * The normalised out-of-the-money Black price over its derivative by the total deviation, {@code D
 * = Y(-h+t) - Y(-h-t)} with {@code Y(z) = N(z)/phi(z)}, {@code h = |x|/s} and {@code t = s/2}.
 *
 * <p>The price is {@code b = exp(-(h^2 + t^2)/2) D / sqrt(2 pi)}. What is asked of {@code D} is a
 * small error relative to {@code s}, since a volatility has the relative error of its price times
 * {@code D/s}; digits of {@code D} beyond that would not be seen.
 */
final class PriceOverSlope {
  private static final double SQRT_TWO_PI = 2.5066282746310007;

  /** Half of a deviation up to which the series is used; above, the difference is exact enough. */
  private static final double SERIES_UP_TO = 0.25;

  /** The same for half the log-moneyness, {@code h t}. */
  private static final double SERIES_UP_TO_DISTANCE = 0.5;

  private PriceOverSlope() {}

  /**
   * {@code D/s} for {@code h >= 0}, {@code t > 0}: the error of a volatility per that of a price.
   */
  static double perDeviation(double h, double t) {
    return isSeries(h, t)
        ? series(h, t, UpperTail.remainder(h), seriesTail(h, t))
        : difference(h, t, UpperTail.ratio(Math.abs(t - h)), UpperTail.ratio(t + h));
  }

  static boolean isSeries(double h, double t) {
    return t <= SERIES_UP_TO && h * t <= SERIES_UP_TO_DISTANCE;
  }

  /**
   * {@code D/s} as a difference.
   *
   * @param near {@code M(|t - h|)}
   * @param far {@code M(t + h)}
   */
  static double difference(double h, double t, double near, double far) {
    double z = t - h;
    double lower = z <= 0 ? near : SQRT_TWO_PI * Math.exp(z * z / 2) - near;
    return (lower - far) / (2 * t);
  }

  /**
   * {@code D/s} as a series. From {@code Y' = 1 + z Y}: {@code D/s = exp(t^2/2) (C0 (1 - h M(h)) +
   * sum over k >= 1 of (-t^2/2)^k/k! Ck)}, {@code Ck} the integral of {@code cosh(h t (1-v)) v^2k}
   * over v from 0 to 1. Integrating by parts twice gives {@code C(k-1) = 1/(2k-1) + (h t)^2 Ck/(2k
   * (2k-1))}. Seven terms leave 2e-18.
   *
   * @param remainder {@code 1 - h M(h)}
   * @param tail {@link #seriesTail}
   */
  static double series(double h, double t, double remainder, double tail) {
    double y = h * t * (h * t);
    double c0 = Math.fma(y * c1(y, c3(y, c5(y))), 1.0 / 2, 1);
    return exp(t * t / 2) * Math.fma(c0, remainder, tail);
  }

  /** The sum in {@link #series}. */
  static double seriesTail(double h, double t) {
    double y = h * t * (h * t);
    double u = -t * t / 2;
    double c7 = Math.fma(y, 1.0 / 272, 1.0 / 15);
    double c5 = c5(y);
    double c3 = c3(y, c5);
    double sum = Math.fma(u * c7, 1.0 / 7, Math.fma(y * c7, 1.0 / 182, 1.0 / 13));
    sum = Math.fma(u * sum, 1.0 / 6, c5);
    sum = Math.fma(u * sum, 1.0 / 5, Math.fma(y * c5, 1.0 / 90, 1.0 / 9));
    sum = Math.fma(u * sum, 1.0 / 4, c3);
    sum = Math.fma(u * sum, 1.0 / 3, Math.fma(y * c3, 1.0 / 30, 1.0 / 5));
    return u * Math.fma(u * sum, 1.0 / 2, c1(y, c3));
  }

  private static double c5(double y) {
    double c7 = Math.fma(y, 1.0 / 272, 1.0 / 15);
    return Math.fma(y * Math.fma(y * c7, 1.0 / 182, 1.0 / 13), 1.0 / 132, 1.0 / 11);
  }

  private static double c3(double y, double c5) {
    return Math.fma(y * Math.fma(y * c5, 1.0 / 90, 1.0 / 9), 1.0 / 56, 1.0 / 7);
  }

  private static double c1(double y, double c3) {
    return Math.fma(y * Math.fma(y * c3, 1.0 / 30, 1.0 / 5), 1.0 / 12, 1.0 / 3);
  }

  /** {@code exp(z)} for {@code 0 <= z <= 1/32}. */
  private static double exp(double z) {
    double sum = Math.fma(z, 1.0 / 5040, 1.0 / 720);
    sum = Math.fma(z, sum, 1.0 / 120);
    sum = Math.fma(z, sum, 1.0 / 24);
    sum = Math.fma(z, sum, 1.0 / 6);
    sum = Math.fma(z, sum, 0.5);
    sum = Math.fma(z, sum, 1);
    return Math.fma(z, sum, 1);
  }
}
