package io.arb.greeks.band;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;

/**
 * The options that are to be hedged, at one moment and without the hedge. Immutable.
 *
 * @param spotUsd price of the hedge instrument, above 0
 * @param years to expiry, above 0; of a book of several expiries the mean weighted by gamma
 * @param volFraction volatility per square root of a year, above 0
 * @param rate continuously compounded interest rate per year
 * @param delta of the whole position to the hedge instrument: negative for short calls
 * @param gamma change of that delta per 1 USD: negative is short
 * @param deltaByVolScale the same delta with other volatilities
 */
public record HedgedPosition(
    double spotUsd,
    double years,
    double volFraction,
    double rate,
    double delta,
    double gamma,
    DeltaByVolScale deltaByVolScale) {

  /** Delta of the position with the volatility of every leg multiplied by a factor. */
  @FunctionalInterface
  public interface DeltaByVolScale {
    /** Delta at {@code volScale > 0} times today's volatilities; 1 gives today's delta. */
    double deltaAt(double volScale);
  }

  public HedgedPosition {
    Arguments.positive("spotUsd", spotUsd);
    Arguments.positive("years", years);
    Arguments.positive("volFraction", volFraction);
    Arguments.finite("rate", rate);
    Arguments.finite("delta", delta);
    Arguments.finite("gamma", gamma);
  }

  /**
   * A position in one option that pays no yield, after Black and Scholes.
   *
   * @param quantity units of the underlying, negative is short
   */
  public static HedgedPosition ofOption(
      double quantity,
      OptionType type,
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    double growth = Math.exp(rate * years);
    double forward = spotUsd * growth;
    var greeks = Black76.price(type, forward, strikeUsd, years, volFraction, rate).greeks();
    return new HedgedPosition(
        spotUsd,
        years,
        volFraction,
        rate,
        quantity * growth * greeks.delta(),
        quantity * growth * growth * greeks.gamma(),
        scale ->
            quantity
                * growth
                * Black76.price(type, forward, strikeUsd, years, scale * volFraction, rate)
                    .greeks()
                    .delta());
  }

  boolean isShortGamma() {
    return gamma < 0;
  }

  double discount() {
    return Math.exp(-rate * years);
  }
}
