package io.arb.greeks;

/**
 * Price and greeks of a European option on a forward (F. Black, "The pricing of commodity
 * contracts", 1976).
 *
 * <p>Written in the stable form: the out-of-the-money price by {@link NormalisedBlack}, the other
 * side by parity, one exponential for price, density and greeks. The forward is the state variable:
 * all greeks hold it still. Stateless; safe from any thread.
 */
public final class Black76 {
  private static final double SQRT_TWO_PI = 2.5066282746310002;

  /** A total deviation that moves no price by a digit; dividing by it would overflow gamma. */
  private static final double NO_DEVIATION = 1e-100;

  private Black76() {}

  /** Undiscounted price: {@link #price(OptionType, double, double, double, double, double)}. */
  public static OptionPrice price(
      OptionType type, double forwardUsd, double strikeUsd, double years, double volFraction) {
    return price(type, forwardUsd, strikeUsd, years, volFraction, 0);
  }

  /**
   * Prices one option.
   *
   * <p>With no time, no volatility or a strike of 0 the price is the discounted intrinsic value,
   * delta is 0 or the discounted {@code +-1} (one half of it where forward equals strike, see
   * {@link OptionPrice#atKink()}), and gamma and vega are 0.
   *
   * @param forwardUsd forward of the option's own expiry, USD per unit, above 0
   * @param strikeUsd strike, USD per unit, at least 0
   * @param years time to expiry in years of 365 days, at least 0
   * @param volFraction volatility per square root of a year, at least 0; 0.55 is 55%
   * @param rate continuously compounded interest rate per year, any sign; 0.03 is 3%
   * @throws IllegalArgumentException if an argument is out of range, NaN or infinite, or if the
   *     discount factor {@code exp(-rate * years)} is not a finite number above 0
   */
  public static OptionPrice price(
      OptionType type,
      double forwardUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate) {
    Arguments.positive("forwardUsd", forwardUsd);
    Arguments.notNegative("strikeUsd", strikeUsd);
    Arguments.notNegative("years", years);
    Arguments.notNegative("volFraction", volFraction);
    Arguments.finite("rate", rate);
    double discount = Arguments.positive("discount factor", Math.exp(-rate * years));

    double deviation = volFraction * Math.sqrt(years);
    return deviation < NO_DEVIATION || strikeUsd == 0
        ? limit(type, forwardUsd, strikeUsd, years, volFraction, rate, discount)
        : regular(type, forwardUsd, strikeUsd, years, volFraction, rate, discount);
  }

  private static OptionPrice regular(
      OptionType type,
      double forward,
      double strike,
      double years,
      double vol,
      double rate,
      double discount) {
    double s = vol * Math.sqrt(years);
    double x = NormalisedBlack.logMoneyness(forward, strike);
    double d1 = x / s + s / 2;
    double density = Math.exp(-d1 * d1 / 2) / SQRT_TWO_PI;
    double weight = discount * forward * density;

    double price =
        NormalisedBlack.outOfTheMoney(
            discount * Math.min(forward, strike), weight, -Math.abs(x) / s, s / 2);
    if (type.sign() * x > 0) {
      price += discount * Math.abs(forward - strike);
    }
    int w = type.sign();
    double delta = discount * w * MillsRatio.cumulative(w * d1, density);
    double gamma = discount * density / (forward * s);
    double vega = weight * Math.sqrt(years);
    double theta = -weight * vol / (2 * Math.sqrt(years)) + rate * price;
    return OptionPrice.of(price, vol, new Greeks(delta, gamma, vega, theta, -years * price));
  }

  private static OptionPrice limit(
      OptionType type,
      double forward,
      double strike,
      double years,
      double vol,
      double rate,
      double discount) {
    double price = discount * type.intrinsicUsd(forward, strike);
    double moneyness = type.sign() * Math.signum(forward - strike);
    double delta = discount * type.sign() * (1 + moneyness) / 2;
    Greeks greeks = new Greeks(delta, 0, 0, rate * price, -years * price);
    return new OptionPrice(price, vol, greeks, moneyness == 0);
  }
}
