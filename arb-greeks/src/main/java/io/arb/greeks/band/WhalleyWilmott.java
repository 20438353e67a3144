package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * The band that is optimal for exponential utility when costs are small (A. E. Whalley and P.
 * Wilmott, "An asymptotic analysis of an optimal hedging model for option pricing with transaction
 * costs", 1997): half width {@code ((3/2) exp(-rT) cost S gamma^2 / riskAversion)^(1/3)} around the
 * plain delta. It grows with the cube root of the cost and with the power 2/3 of the position.
 *
 * @param costFraction one-way proportional cost, fee and half spread together, at least 0; 0.0005
 *     is 5 basis points
 * @param riskAversion absolute, per USD, above 0: the higher, the narrower the band
 */
public record WhalleyWilmott(double costFraction, double riskAversion) implements HedgeBand {
  public WhalleyWilmott {
    Arguments.notNegative("costFraction", costFraction);
    Arguments.positive("riskAversion", riskAversion);
  }

  /** Half width in units of the underlying; 0 for a position without gamma. */
  public double halfWidth(HedgedPosition position) {
    double gamma = position.gamma();
    double costUsd = position.discount() * costFraction * position.spotUsd();
    return Math.cbrt(1.5 * costUsd * gamma * gamma / riskAversion);
  }

  @Override
  public DeltaBand around(HedgedPosition position) {
    return DeltaBand.symmetric(position.delta(), halfWidth(position));
  }
}
