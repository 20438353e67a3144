package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/**
 * One expiry of an SSVI or eSSVI surface: {@code w(k) = theta/2 (1 + rho phi k + sqrt((phi k +
 * rho)^2 + 1 - rho^2))} (J. Gatheral and A. Jacquier, "Arbitrage-free SVI volatility surfaces",
 * 2014; with a {@code rho} per expiry S. Hendriks and C. Martini, "The extended SSVI volatility
 * surface", 2019). Immutable.
 *
 * @param theta total variance at the money, {@code w(0)}, above 0
 * @param rho tilt, strictly between -1 and 1
 * @param phi sharpness, above 0
 */
public record SsviSlice(double theta, double rho, double phi) implements Smile {
  private static final double WING_LIMIT = 4;

  public SsviSlice {
    Arguments.positive("theta", theta);
    Arguments.positive("phi", phi);
    if (!(Math.abs(rho) < 1)) {
      throw new IllegalArgumentException("rho must lie strictly between -1 and 1, got " + rho);
    }
  }

  @Override
  public SmilePoint at(double k) {
    double y = phi * k + rho;
    double complement = (1 - rho) * (1 + rho);
    double root = Math.sqrt(y * y + complement);
    double half = theta / 2;
    return new SmilePoint(
        k,
        half * (1 + rho * phi * k + root),
        half * phi * (rho + y / root),
        half * phi * phi * complement / (root * root * root));
  }

  @Override
  public SviSum toSum() {
    return toRaw().toSum();
  }

  /** The same curve in the raw parametrisation. */
  public RawSvi toRaw() {
    double complement = (1 - rho) * (1 + rho);
    return new RawSvi(
        theta * complement / 2, theta * phi / 2, rho, -rho / phi, Math.sqrt(complement) / phi);
  }

  /**
   * Gatheral and Jacquier's conditions: {@code theta phi (1 + |rho|) < 4} and {@code theta phi^2 (1
   * + |rho|) <= 4}. Enough for a smile without butterfly arbitrage, not necessary.
   */
  public boolean isSurelyButterflyFree() {
    double wing = theta * phi * (1 + Math.abs(rho));
    return wing < WING_LIMIT && wing * phi <= WING_LIMIT;
  }

  /**
   * Hendriks and Martini's conditions: level not falling, sharpness not rising, and {@code theta
   * phi} growing by more than the tilt turns. Enough for no calendar arbitrage against {@code
   * earlier}; the condition on sharpness alone is not necessary.
   */
  public boolean surelyDoesNotCross(SsviSlice earlier) {
    double growth = theta * phi / (earlier.theta * earlier.phi);
    return theta >= earlier.theta
        && phi <= earlier.phi
        && growth >= (1 + earlier.rho) / (1 + rho)
        && growth >= (1 - earlier.rho) / (1 - rho);
  }

  /**
   * The slice a fraction of the way to the next expiry: theta, theta phi and rho theta phi go
   * linearly, which keeps the surface free of arbitrage if both ends are.
   *
   * @param weight 0 gives this slice, 1 gives {@code later}
   */
  public SsviSlice towards(SsviSlice later, double weight) {
    Arguments.fraction("weight", weight);
    double level = mix(theta, later.theta, weight);
    double wing = mix(theta * phi, later.theta * later.phi, weight);
    double tilt = mix(rho * theta * phi, later.rho * later.theta * later.phi, weight);
    return new SsviSlice(level, tilt / wing, wing / level);
  }

  private static double mix(double first, double second, double weight) {
    return (1 - weight) * first + weight * second;
  }
}
