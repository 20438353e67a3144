package io.arb.greeks;

/**
 * Implied volatility without allocation: {@link ImpliedVol} says the same in records.
 *
 * <p>The result is one double. A finite number above 0 is the volatility. Everything else is the
 * limit that the price stands for, and {@link Status#of} names it:
 *
 * <table>
 * <caption>Results that are no volatility</caption>
 * <tr><td>0</td><td>the price is the intrinsic value as far as doubles can tell: every volatility
 * from 0 up to some small one fits</td></tr>
 * <tr><td>+infinity</td><td>the price is at or above the most the option can be worth</td></tr>
 * <tr><td>-infinity</td><td>the price is below intrinsic value: no volatility fits</td></tr>
 * <tr><td>NaN</td><td>the inputs describe no option</td></tr>
 * </table>
 *
 * <p>Accuracy: no better answer than to the last place of the price is possible, which leaves an
 * interval. On 81,000 reference rows the result was outside it by at most 3 times {@code 2^-52 (2 +
 * b/(s b'))} of itself, the second term being what one rounding of the price {@code b} does to the
 * deviation {@code s}. Stateless; safe from any thread.
 */
public final class ImpliedVolSolver {
  /** What a result means. */
  public enum Status {
    /** The result is the volatility. */
    SOLVED,
    /** The price is the intrinsic value up to what doubles can tell apart; the result is 0. */
    AT_INTRINSIC,
    /** The price is lower than exercising is worth; the result is negative infinity. */
    BELOW_INTRINSIC,
    /** The price reaches the forward (call) or the strike (put); the result is infinity. */
    AT_MAXIMUM,
    /** An input is NaN, infinite or not above 0; the result is NaN. */
    INVALID;

    /** The meaning of a result of this class. */
    public static Status of(double result) {
      if (result > 0) {
        return result < Double.POSITIVE_INFINITY ? SOLVED : AT_MAXIMUM;
      }
      if (result == 0) {
        return AT_INTRINSIC;
      }
      return result < 0 ? BELOW_INTRINSIC : INVALID;
    }
  }

  private ImpliedVolSolver() {}

  /**
   * Solves for the volatility of one undiscounted price.
   *
   * @param priceUsd observed value in USD per unit, times {@code exp(rate * years)} if it was
   *     discounted
   * @param forwardUsd forward of the option's own expiry, above 0
   * @param strikeUsd above 0
   * @param years to expiry, above 0
   * @return the volatility per square root of a year, or a {@link Status}
   */
  public static double solve(
      OptionType type, double priceUsd, double forwardUsd, double strikeUsd, double years) {
    double timeValue = timeValue(type, priceUsd, forwardUsd, strikeUsd, years);
    if (Status.of(timeValue) != Status.SOLVED) {
      return timeValue;
    }
    double root = geometricMean(forwardUsd, strikeUsd);
    double distance = LogMoneyness.distance(forwardUsd, strikeUsd);
    double missing = (maximum(type, forwardUsd, strikeUsd) - priceUsd) / root;
    return TotalDeviation.of(distance, timeValue, root, missing) / Math.sqrt(years);
  }

  /** What the price is worth above exercising, or a result that is no volatility. */
  static double timeValue(
      OptionType type, double price, double forward, double strike, double years) {
    if (!(isPositive(forward)
        && isPositive(strike)
        && isPositive(years)
        && Math.abs(price) <= Double.MAX_VALUE)) {
      return Double.NaN;
    }
    if (price >= maximum(type, forward, strike)) {
      return Double.POSITIVE_INFINITY;
    }
    double intrinsic = type.intrinsicUsd(forward, strike);
    return intrinsic > 0
        ? inTheMoney(price, intrinsic, Math.max(forward, strike), Math.min(forward, strike))
        : outOfTheMoney(price);
  }

  private static double outOfTheMoney(double price) {
    return price < 0 ? Double.NEGATIVE_INFINITY : price + 0.0;
  }

  /** The intrinsic value is {@code larger - smaller}, rounded: what that lost counts here. */
  private static double inTheMoney(double price, double intrinsic, double larger, double smaller) {
    double back = larger - intrinsic;
    double lost = (larger - (intrinsic + back)) + (back - smaller);
    double timeValue = (price - intrinsic) - lost;
    if (Math.abs(timeValue) < Math.ulp(price)) {
      return 0;
    }
    return timeValue < 0 ? Double.NEGATIVE_INFINITY : timeValue;
  }

  private static boolean isPositive(double value) {
    return value > 0 && value <= Double.MAX_VALUE;
  }

  static double maximum(OptionType type, double forward, double strike) {
    return type == OptionType.CALL ? forward : strike;
  }

  static double geometricMean(double forward, double strike) {
    double product = forward * strike;
    return product > 1e-290 && product <= Double.MAX_VALUE
        ? Math.sqrt(product)
        : Math.sqrt(forward) * Math.sqrt(strike);
  }
}
