package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import java.util.List;

/**
 * A smile in the raw parametrisation of SVI (J. Gatheral, "A parsimonious arbitrage-free implied
 * volatility parameterization", 2004): {@code w(k) = a + b (rho (k - m) + sqrt((k - m)^2 +
 * sigma^2))}. Immutable.
 *
 * <p>Any such curve can be written down, also one with arbitrage or a negative minimum: what {@link
 * ButterflyCheck} says of it is another matter.
 *
 * @param a level, any sign
 * @param b size of the wings, at least 0
 * @param rho tilt, strictly between -1 and 1
 * @param m log-moneyness the curve is bent around
 * @param sigma width of the bend, above 0
 */
public record RawSvi(double a, double b, double rho, double m, double sigma) implements Smile {
  public RawSvi {
    Arguments.finite("a", a);
    Arguments.notNegative("b", b);
    Arguments.finite("m", m);
    Arguments.positive("sigma", sigma);
    if (!(Math.abs(rho) < 1)) {
      throw new IllegalArgumentException("rho must lie strictly between -1 and 1, got " + rho);
    }
  }

  /** The same total variance at every strike. */
  public static RawSvi flat(double totalVariance) {
    return new RawSvi(totalVariance, 0, 0, 0, 1);
  }

  @Override
  public SmilePoint at(double k) {
    double y = k - m;
    double root = root(y);
    return new SmilePoint(
        k,
        a + b * (rho * y + root),
        b * (rho + y / root),
        b * sigma * sigma / (root * root * root));
  }

  @Override
  public double totalVariance(double k) {
    double y = k - m;
    return a + b * (rho * y + root(y));
  }

  private double root(double y) {
    return Math.sqrt(y * y + sigma * sigma);
  }

  @Override
  public SviSum toSum() {
    return new SviSum(List.of(this));
  }

  @Override
  public RawSvi times(double factor) {
    return new RawSvi(a * factor, b * factor, rho, m, sigma);
  }

  /** {@code b (1 - rho)}. */
  @Override
  public double leftWingSlope() {
    return b * (1 - rho);
  }

  /** {@code b (1 + rho)}. */
  @Override
  public double rightWingSlope() {
    return b * (1 + rho);
  }

  /** {@code a + b sigma sqrt(1 - rho^2)}. */
  @Override
  public double minimumTotalVariance() {
    return a + b * sigma * Math.sqrt((1 - rho) * (1 + rho));
  }

  /** Log-moneyness of {@link #minimumTotalVariance()}; {@code m} for a flat smile. */
  public double kOfMinimum() {
    return b == 0 ? m : m - rho * sigma / Math.sqrt((1 - rho) * (1 + rho));
  }
}
