package io.arb.greeks;

/**
 * {@code |ln(forward/strike)|} to the last digit also where the two nearly agree.
 *
 * <p>The logarithm of a rounded quotient has the absolute error of that rounding, which near the
 * money is a large relative one. Between half and twice the strike {@code forward - strike} is
 * exact, and with {@code z = (F - K)/(F + K)} the logarithm is {@code 2 artanh(z)}, an odd series.
 */
final class LogDistance {
  private LogDistance() {}

  static double of(double forward, double strike) {
    return forward < 2 * strike && strike < 2 * forward
        ? near(Math.abs(forward - strike) / (forward + strike))
        : Math.abs(far(forward, strike));
  }

  /** A quotient that overflows or vanishes is one whose parts have far apart logarithms. */
  private static double far(double forward, double strike) {
    double ratio = forward / strike;
    return ratio > Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
        ? Math.log(ratio)
        : Math.log(forward) - Math.log(strike);
  }

  /** {@code 2 artanh(z)} for {@code 0 <= z <= 1/3}: polynomial in its square, error under 3e-18. */
  private static double near(double z) {
    double u = z * z;
    double u2 = u * u;
    double u4 = u2 * u2;
    double low =
        Math.fma(
            u2,
            Math.fma(u, 0.22222223969790872, 0.28571428547852434),
            Math.fma(u, 0.4000000000015726, 0.6666666666666631));
    double middle =
        Math.fma(
            u2,
            Math.fma(u, 0.12106086530937643, 0.13300973464656193),
            Math.fma(u, 0.15386559940861166, 0.18181743923557103));
    double high = Math.fma(u, 0.17018569739284786, 0.08340102644667792);
    return Math.fma(u * z, Math.fma(u4, Math.fma(u4, high, middle), low), 2 * z);
  }
}
