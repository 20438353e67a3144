package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;

/**
 * A position in one option, repriced along a moving perpetual with its strike's volatility held
 * still (sticky strike).
 *
 * @param quantity units of the underlying, negative is short
 * @param strikeUsd at least 0
 * @param secondsToExpiry zero or negative once expired, which leaves no exposure
 * @param volFraction per square root of a year
 * @param forwardRatio forward of this expiry over the price of the perpetual, above 0: 1.01 is a
 *     basis of 1%. A move of the perpetual moves the forward by this much
 */
public record OptionLeg(
    double quantity,
    OptionType type,
    double strikeUsd,
    double secondsToExpiry,
    double volFraction,
    double forwardRatio) {

  /** Settlement is the average of the index over this long before expiry. */
  private static final double AVERAGING_SECONDS = 1800;

  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  public OptionLeg {
    Arguments.finite("quantity", quantity);
    Arguments.notNegative("strikeUsd", strikeUsd);
    Arguments.finite("secondsToExpiry", secondsToExpiry);
    Arguments.notNegative("volFraction", volFraction);
    Arguments.positive("forwardRatio", forwardRatio);
  }

  /**
   * Share of the settlement price that is still open: 1 until the averaging begins, then falling in
   * proportion to 0. It scales delta and, being held still along the profile, gamma.
   */
  public double expiryWeight() {
    return Math.clamp(secondsToExpiry / AVERAGING_SECONDS, 0, 1);
  }

  OptionLeg aged(double seconds) {
    return new OptionLeg(
        quantity, type, strikeUsd, secondsToExpiry - seconds, volFraction, forwardRatio);
  }

  /** Delta of the position by the perpetual's price. */
  double deltaAt(double priceUsd) {
    return exposure() * greeksAt(priceUsd).delta();
  }

  /** Change of {@link #deltaAt} per 1 USD of the perpetual. */
  double gammaAt(double priceUsd) {
    return exposure() * forwardRatio * greeksAt(priceUsd).gamma();
  }

  private double exposure() {
    return quantity * expiryWeight() * forwardRatio;
  }

  private Greeks greeksAt(double priceUsd) {
    double years = Math.max(secondsToExpiry, 0) / SECONDS_PER_YEAR;
    double forward = priceUsd * forwardRatio;
    return Black76.price(type, forward, strikeUsd, years, volFraction).greeks();
  }
}
