package io.arb.greeks.portfolio;

import io.arb.greeks.Arguments;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Sensitivities by the index of one underlying, of a leg or of many. A move of the index moves
 * every forward in proportion: {@code dF/dS = F/S}. Deltas are in units of the underlying.
 *
 * @param stickyStrikeDelta delta with the volatility of every strike held still
 * @param stickyMoneynessDelta delta with the smile moving along, see {@link SmileRule}
 * @param gamma change of the sticky-strike delta per 1 USD move of the index
 * @param vega USD per 1.00 of volatility; not one risk where expiries differ
 * @param weightedVega sum of {@code vega * sqrt(Tref / T)}: the USD per 1.00 of volatility at the
 *     reference expiry if volatilities move like {@code 1 / sqrt(T)}
 * @param theta USD per year
 * @param rho USD per 1.00 of interest rate, forwards held still
 */
public record IndexGreeks(
    double stickyStrikeDelta,
    double stickyMoneynessDelta,
    double gamma,
    double vega,
    double weightedVega,
    double theta,
    double rho) {
  public IndexGreeks {
    stickyStrikeDelta = checked("stickyStrikeDelta", stickyStrikeDelta);
    stickyMoneynessDelta = checked("stickyMoneynessDelta", stickyMoneynessDelta);
    gamma = checked("gamma", gamma);
    vega = checked("vega", vega);
    weightedVega = checked("weightedVega", weightedVega);
    theta = checked("theta", theta);
    rho = checked("rho", rho);
  }

  private static double checked(String name, double value) {
    return Arguments.finite(name, value) + 0.0; // +0.0 turns -0.0 into 0.0
  }

  static IndexGreeks sum(List<IndexGreeks> parts) {
    return new IndexGreeks(
        sum(parts, IndexGreeks::stickyStrikeDelta),
        sum(parts, IndexGreeks::stickyMoneynessDelta),
        sum(parts, IndexGreeks::gamma),
        sum(parts, IndexGreeks::vega),
        sum(parts, IndexGreeks::weightedVega),
        sum(parts, IndexGreeks::theta),
        sum(parts, IndexGreeks::rho));
  }

  private static double sum(List<IndexGreeks> parts, ToDoubleFunction<IndexGreeks> field) {
    return CompensatedSum.of(parts.stream().mapToDouble(field));
  }
}
