package io.arb.greeks;

/**
 * The upper tail of the normal distribution over its density, {@code M(z) = N(-z) / phi(z)}, with
 * what is left of 1 after {@code z M(z)}.
 *
 * <p>One rational function for all {@code z >= 0}: {@code 1 - z M} is {@code R9/Q11} with {@code
 * R(0) = Q(0) = 1}, which makes {@code M = (Q - R)/(z Q)} a rational function too. The coefficients
 * were fitted at 70 digits (least squares on the linearised equation, reweighted until the error
 * was level); the largest relative error of {@code M} before rounding is 1.3e-17. None is negative,
 * so that evaluation cancels nothing. The polynomials are evaluated in groups of four powers, side
 * by side.
 */
final class UpperTail {
  private UpperTail() {}

  /** {@code M(z)} for {@code z >= 0}: from {@code sqrt(pi/2)} at 0 down like {@code 1/z}. */
  static double ratio(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low =
        Math.fma(
            z2,
            Math.fma(z, 0.9934904897241783, 1.828166248777488),
            Math.fma(z, 2.1537347781819283, 1.2533141373155003));
    double middle =
        Math.fma(
            z2,
            Math.fma(z, 0.0033516508671043083, 0.022037500443930706),
            Math.fma(z, 0.10625997270794811, 0.3797117281620409));
    double high =
        Math.fma(
            z2, 8.471964190110785e-7, Math.fma(z, 2.4785610582235174e-5, 0.0003595468626842768));
    return Math.fma(z4, Math.fma(z4, high, middle), low) / denominator(z);
  }

  /**
   * {@code 1 - z M(z)} for {@code z >= 0}: from 1 at 0 down like {@code 1/z^2}. Its absolute error
   * is that of two roundings of 1; beyond {@code z = 40} the relative one is larger.
   */
  static double remainder(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low =
        Math.fma(
            z2,
            Math.fma(z, 0.3391690538149565, 0.8126607628923516),
            Math.fma(z, 1.2630021510629115, 1));
    double middle =
        Math.fma(
            z2,
            Math.fma(z, 0.00035785246964309094, 0.0033020796600784297),
            Math.fma(z, 0.021326878050887104, 0.09980454674065711));
    double high = Math.fma(z, 8.47196419005679e-7, 2.478561058386961e-5);
    return Math.fma(z4, Math.fma(z4, high, middle), low) / denominator(z);
  }

  private static double denominator(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low =
        Math.fma(
            z2,
            Math.fma(z, 2.1673353025924444, 2.9663955410742795),
            Math.fma(z, 2.5163162883784116, 1));
    double middle =
        Math.fma(
            z2,
            Math.fma(z, 0.022395352913573797, 0.10956205236802653),
            Math.fma(z, 0.40103860621292803, 1.0932950364648355));
    double high =
        Math.fma(
            z2,
            Math.fma(z, 8.471964190110785e-7, 2.4785610582235174e-5),
            Math.fma(z, 0.0003603940591032825, 0.003376436477688178));
    return Math.fma(z4, Math.fma(z4, high, middle), low);
  }
}
