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

  /** {@code D} for {@code h >= 0}, {@code t > 0}. */
  static double at(double h, double t) {
    return t <= SERIES_UP_TO && h * t <= SERIES_UP_TO_DISTANCE
        ? series(h, t)
        : lower(t - h) - UpperTail.ratio(t + h);
  }

  /** {@code Y(z)}, from either tail. */
  private static double lower(double z) {
    return z <= 0 ? UpperTail.ratio(-z) : SQRT_TWO_PI * Math.exp(z * z / 2) - UpperTail.ratio(z);
  }

  /**
   * From {@code Y' = 1 + z Y}: {@code D = s exp(t^2/2) (C0 (1 - h M(h)) + sum over k >= 1 of
   * (-t^2/2)^k/k! Ck)}, {@code Ck} the integral of {@code cosh(h t (1-v)) v^2k} over v from 0 to 1.
   * Integrating by parts twice gives {@code C(k-1) = 1/(2k-1) + (h t)^2 Ck/(2k (2k-1))}. Seven
   * terms leave 2e-18.
   */
  private static double series(double h, double t) {
    double y = h * t * (h * t);
    double u = -t * t / 2;
    double c7 = Math.fma(y, 1.0 / 272, 1.0 / 15);
    double c6 = Math.fma(y * c7, 1.0 / 182, 1.0 / 13);
    double c5 = Math.fma(y * c6, 1.0 / 132, 1.0 / 11);
    double c4 = Math.fma(y * c5, 1.0 / 90, 1.0 / 9);
    double c3 = Math.fma(y * c4, 1.0 / 56, 1.0 / 7);
    double c2 = Math.fma(y * c3, 1.0 / 30, 1.0 / 5);
    double c1 = Math.fma(y * c2, 1.0 / 12, 1.0 / 3);
    double c0 = Math.fma(y * c1, 1.0 / 2, 1);
    double sum = Math.fma(u * c7, 1.0 / 7, c6);
    sum = Math.fma(u * sum, 1.0 / 6, c5);
    sum = Math.fma(u * sum, 1.0 / 5, c4);
    sum = Math.fma(u * sum, 1.0 / 4, c3);
    sum = Math.fma(u * sum, 1.0 / 3, c2);
    sum = Math.fma(u * sum, 1.0 / 2, c1);
    return 2 * t * exp(-u) * Math.fma(c0, UpperTail.remainder(h), u * sum);
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
