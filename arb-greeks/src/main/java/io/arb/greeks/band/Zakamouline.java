package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * A fit to the exact solution for exponential utility, valid also where costs are not small (V.
 * Zakamouline, "Efficient analytic approximation of the optimal hedging strategy for a European
 * call option with transaction costs", Quantitative Finance 6, 2006): half width {@code H0 + H1}
 * around the delta at a volatility that is higher for a short position and lower for a long one.
 *
 * <p>{@code H0} grows without bound as expiry comes near, while what is left to hedge does not: the
 * cap keeps the band from swallowing the whole delta in the last hours.
 *
 * @param costFraction one-way proportional cost, fee and half spread together, at least 0
 * @param riskAversion absolute, per USD, above 0
 * @param capWithinYears with at most this long to expiry the half width is at most the size of the
 *     delta, at least 0; 0 never caps
 */
public record Zakamouline(double costFraction, double riskAversion, double capWithinYears)
    implements HedgeBand {
  public Zakamouline {
    Arguments.notNegative("costFraction", costFraction);
    Arguments.positive("riskAversion", riskAversion);
    Arguments.notNegative("capWithinYears", capWithinYears);
  }

  /** Without a cap. */
  public Zakamouline(double costFraction, double riskAversion) {
    this(costFraction, riskAversion, 0);
  }

  /** {@code H0 = cost / (riskAversion S vol^2 T)}: the part that does not depend on gamma. */
  public double h0(HedgedPosition position) {
    double vol = position.volFraction();
    return costFraction / (riskAversion * position.spotUsd() * vol * vol * position.years());
  }

  /**
   * {@code H1 = 1.12 cost^0.31 T^0.05 (exp(-rT)/vol)^0.25 (|gamma|/riskAversion)^0.5}; it scales
   * with the square root of the position.
   */
  public double h1(HedgedPosition position) {
    return 1.12
        * Math.pow(costFraction, 0.31)
        * Math.pow(position.years(), 0.05)
        * discountOverVol(position)
        * Math.sqrt(Math.abs(position.gamma()) / riskAversion);
  }

  /**
   * {@code K = 4.76 cost^0.78 T^-0.02 (exp(-rT)/vol)^0.25 (riskAversion S^2 |gamma|)^0.15}: how
   * much the variance is changed.
   */
  public double varianceChange(HedgedPosition position) {
    double spot = position.spotUsd();
    return 4.76
        * Math.pow(costFraction, 0.78)
        / Math.pow(position.years(), 0.02)
        * discountOverVol(position)
        * Math.pow(riskAversion * spot * spot * Math.abs(position.gamma()), 0.15);
  }

  /**
   * The volatility whose delta is in the middle of the band: {@code vol sqrt(1 + K)} for a short
   * position, {@code vol sqrt(1 - K)} for a long one. {@code vol} itself where K is 1 or more.
   */
  public double hedgingVol(HedgedPosition position) {
    return position.volFraction() * volScale(position);
  }

  @Override
  public DeltaBand around(HedgedPosition position) {
    double scale = volScale(position);
    double delta = scale == 1 ? position.delta() : position.deltaByVolScale().deltaAt(scale);
    double halfWidth = h0(position) + h1(position);
    boolean capped = position.years() <= capWithinYears;
    return DeltaBand.symmetric(delta, capped ? Math.min(halfWidth, Math.abs(delta)) : halfWidth);
  }

  private double volScale(HedgedPosition position) {
    double change = varianceChange(position);
    double variance = position.isShortGamma() ? 1 + change : 1 - change;
    return variance > 0 ? Math.sqrt(variance) : 1;
  }

  private static double discountOverVol(HedgedPosition position) {
    return Math.sqrt(Math.sqrt(position.discount() / position.volFraction()));
  }
}
