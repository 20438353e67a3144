package io.arb.greeks.inverse;

import io.arb.greeks.Arguments;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;

/**
 * Greeks of one option in the units of a Deribit ticker, for display and comparison (Deribit API,
 * {@code public/ticker}). Do not sum or hedge with them: theta and rho change their meaning.
 *
 * @param delta {@code dV/dF} in coins, not premium-adjusted
 * @param gamma coins per 1 USD move of the forward
 * @param vegaPerPoint USD per volatility point
 * @param thetaShown USD per day; once less than a day is left, USD over the remaining life
 * @param rhoPerPercent USD per 1% of interest rate with the <em>spot</em> held still, {@code w K D
 *     T N(w d2) / 100}. {@link Greeks#rhoPerPercent()} holds the forward still: {@code -T V / 100}
 */
public record VenueGreeks(
    double delta, double gamma, double vegaPerPoint, double thetaShown, double rhoPerPercent) {
  private static final double DAY_IN_YEARS = 1 / 365.0;

  public VenueGreeks {
    Arguments.finite("delta", delta);
    Arguments.finite("gamma", gamma);
    Arguments.finite("vegaPerPoint", vegaPerPoint);
    Arguments.finite("thetaShown", thetaShown);
    Arguments.finite("rhoPerPercent", rhoPerPercent);
  }

  /**
   * Converts what {@link io.arb.greeks.Black76} has computed. Rho uses {@code F delta - V = w K D
   * N(w d2)}, so it holds for any rate the price was computed with.
   *
   * @param forwardUsd the forward the price belongs to, above 0
   * @param years time to expiry the price belongs to, at least 0
   */
  public static VenueGreeks of(OptionPrice price, double forwardUsd, double years) {
    Arguments.positive("forwardUsd", forwardUsd);
    Arguments.notNegative("years", years);
    Greeks greeks = price.greeks();
    double exercised = forwardUsd * greeks.delta() - price.priceUsd();
    return new VenueGreeks(
        greeks.delta(),
        greeks.gamma(),
        greeks.vegaPerPoint(),
        greeks.theta() * Math.min(years, DAY_IN_YEARS),
        years * exercised / 100);
  }
}
