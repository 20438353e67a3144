package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/**
 * A smile in the jump-wing parametrisation, the one traders read (Gatheral and Jacquier, 2014,
 * section 3.3). Immutable.
 *
 * @param atmVariance {@code v}: variance at the money per year, {@code w(0) / years}
 * @param atmSkew {@code psi}: slope of the volatility at the money, times {@code sqrt(years)}
 * @param putWing {@code p}: slope of the left wing over {@code sqrt(w(0))}, at least 0
 * @param callWing {@code c}: slope of the right wing over {@code sqrt(w(0))}, at least 0
 * @param minVariance {@code vtilde}: lowest variance per year
 * @param years to expiry, above 0: the other five mean nothing without it
 */
public record JumpWings(
    double atmVariance,
    double atmSkew,
    double putWing,
    double callWing,
    double minVariance,
    double years) {
  public JumpWings {
    Arguments.positive("atmVariance", atmVariance);
    Arguments.finite("atmSkew", atmSkew);
    Arguments.notNegative("putWing", putWing);
    Arguments.notNegative("callWing", callWing);
    Arguments.finite("minVariance", minVariance);
    Arguments.positive("years", years);
  }

  /**
   * Reads the jump wings off a smile.
   *
   * @throws IllegalArgumentException if the smile is not above 0 at the money
   */
  public static JumpWings of(Smile smile, double years) {
    SmilePoint atm = smile.at(0);
    Arguments.positive("total variance at the money", atm.totalVariance());
    double root = Math.sqrt(atm.totalVariance());
    return new JumpWings(
        atm.totalVariance() / years,
        atm.slope() / (2 * root),
        smile.leftWingSlope() / root,
        smile.rightWingSlope() / root,
        smile.minimumTotalVariance() / years,
        years);
  }

  /**
   * The smile with these wings.
   *
   * @throws IllegalArgumentException if there is none, or more than one: both wings flat, skew
   *     outside of what the wings span, or a minimum that is not below the variance at the money
   *     although the smile is bent
   */
  public RawSvi toRaw() {
    double root = Math.sqrt(atmVariance * years);
    double b = root * (callWing + putWing) / 2;
    Arguments.positive("putWing + callWing", b);
    double rho = 1 - putWing * root / b;
    double beta = Math.clamp(rho - 2 * atmSkew * root / b, -2, 2);
    if (Math.abs(beta) > 1) {
      throw new IllegalArgumentException(
          "atmSkew must lie between -putWing/2 and callWing/2, got " + atmSkew);
    }
    double bend = Math.sqrt((1 - rho) * (1 + rho));
    // sigma = scale * sqrt(1 - beta^2) and m = scale * beta: no special case at beta = 0.
    double scale =
        (atmVariance - minVariance)
            * years
            / (b * (1 - rho * beta - bend * Math.sqrt((1 - beta) * (1 + beta))));
    double sigma = scale * Math.sqrt((1 - beta) * (1 + beta));
    return new RawSvi(minVariance * years - b * sigma * bend, b, rho, scale * beta, sigma);
  }
}
