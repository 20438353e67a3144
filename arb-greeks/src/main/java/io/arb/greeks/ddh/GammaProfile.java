package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * A delta profile that also knows its slope, so that a price can be searched by Newton's method.
 */
public interface GammaProfile extends DeltaProfile {
  /** Change of {@link #deltaAt} per 1 USD at {@code priceUsd > 0}; negative is short gamma. */
  double gammaAt(double priceUsd);

  /** The gamma, checked: a NaN must not become an order. */
  default double checkedGammaAt(double priceUsd) {
    double gamma = gammaAt(priceUsd);
    return Double.isFinite(gamma) ? gamma : Arguments.finite("gamma at " + priceUsd, gamma);
  }
}
