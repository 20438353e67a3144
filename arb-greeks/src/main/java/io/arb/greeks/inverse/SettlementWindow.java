package io.arb.greeks.inverse;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;

/**
 * How far the settlement price of an expiry is decided. It is the average of the index over the
 * last 30 minutes, so an option becomes partly Asian: with the share {@code a} of the window fixed
 * at the average {@code A}, what is left is an option on {@code (1 - a) F} struck at {@code K - a
 * A}.
 *
 * <p>The average still to come is taken as lognormal with standard deviation {@code sigma
 * sqrt(tau/3)} of its logarithm, {@code tau} being what remains of the window, or {@code sigma
 * sqrt(t0 + tau/3)} while the window opens only after {@code t0}. Against the average of a
 * geometric Brownian motion the price so found is wrong by less than {@code (1 - a) F sigma^2 tau /
 * 100}, 0.02 USD for a forward of 100,000 at 55% when the window opens: the average is skewed by
 * 3.6 standard deviations where a lognormal variable has 3. Immutable; safe from any thread.
 *
 * @param secondsToExpiry at least 0
 * @param fixedAverageUsd {@code A}, average of the index since the window opened, above 0; 0 as
 *     long as it has not opened
 */
public record SettlementWindow(double secondsToExpiry, double fixedAverageUsd) {
  /** Length of the window. */
  public static final double SECONDS = 1800;

  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  public SettlementWindow {
    Arguments.notNegative("secondsToExpiry", secondsToExpiry);
    Arguments.notNegative("fixedAverageUsd", fixedAverageUsd);
    if (secondsToExpiry < SECONDS != fixedAverageUsd > 0) {
      throw new IllegalArgumentException(
          "fixedAverageUsd must be above 0 in the last %s seconds and 0 before, got %s at %s seconds"
              .formatted(SECONDS, fixedAverageUsd, secondsToExpiry));
    }
  }

  /** A window that has not opened: {@code secondsToExpiry} is at least {@link #SECONDS}. */
  public static SettlementWindow ahead(double secondsToExpiry) {
    return new SettlementWindow(secondsToExpiry, 0);
  }

  /**
   * {@code a}: share of the settlement price that is fixed, 0 before the window and 1 at expiry.
   */
  public double fixedShare() {
    return 1 - openShare();
  }

  /** {@code 1 - a}: what delta is scaled with; gamma is scaled with its square. */
  public double openShare() {
    return Math.min(secondsToExpiry / SECONDS, 1);
  }

  /**
   * Time in years over which a spot price would deviate as much as the average still to come:
   * {@code t0 + tau/3}.
   */
  public double deviationYears() {
    double open = Math.min(secondsToExpiry, SECONDS);
    return (secondsToExpiry - open + open / 3) / SECONDS_PER_YEAR;
  }

  /**
   * Prices one option on the average, at an interest rate of 0. Delta and gamma are by the forward
   * {@code F}. Theta follows from gamma, {@code -sigma^2 F^2 gamma / 2}, as it does for every value
   * that depends on a forward without drift. At expiry the payoff is known and nothing is exposed.
   *
   * @param forwardUsd forward of the expiry, USD, above 0; inside the window the index
   * @param strikeUsd strike, USD, at least 0
   * @param volFraction volatility of the index per square root of a year, at least 0
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite
   */
  public OptionPrice price(
      OptionType type, double forwardUsd, double strikeUsd, double volFraction) {
    Arguments.positive("forwardUsd", forwardUsd);
    Arguments.notNegative("strikeUsd", strikeUsd);
    Arguments.notNegative("volFraction", volFraction);
    if (secondsToExpiry == 0) {
      double payoff = type.intrinsicUsd(fixedAverageUsd, strikeUsd);
      return OptionPrice.of(payoff, volFraction, Greeks.NONE);
    }
    return byForward(
        onOpenShare(type, forwardUsd * openShare(), openStrike(strikeUsd), volFraction),
        forwardUsd);
  }

  /** {@code K - a A}: negative once the fixed share alone exceeds the strike. */
  private double openStrike(double strikeUsd) {
    return strikeUsd - fixedShare() * fixedAverageUsd;
  }

  private OptionPrice onOpenShare(OptionType type, double open, double strike, double vol) {
    OptionPrice price = Black76.price(type, open, Math.max(strike, 0), deviationYears(), vol);
    double decided = type.intrinsicUsd(Math.max(-strike, 0), 0);
    return new OptionPrice(price.priceUsd() + decided, vol, price.greeks(), price.atKink());
  }

  private OptionPrice byForward(OptionPrice price, double forward) {
    double share = openShare();
    double gamma = price.greeks().gamma() * share * share;
    double deviation = forward * price.volFraction();
    Greeks greeks =
        new Greeks(
            price.greeks().delta() * share,
            gamma,
            price.greeks().vega(),
            -deviation * deviation * gamma / 2,
            -secondsToExpiry / SECONDS_PER_YEAR * price.priceUsd());
    return new OptionPrice(price.priceUsd(), price.volFraction(), greeks, price.atKink());
  }
}
