package io.arb.greeks;

/**
 * The range of inputs in which every formula of this package stays a finite number, and what counts
 * as no time and no deviation in it. It is far wider than any market.
 */
final class Domain {
  private static final double SMALLEST_USD = 1e-50;
  private static final double LARGEST_USD = 1e50;
  private static final double LONGEST_YEARS = 1e6;
  private static final double HIGHEST_RATE = 1e6;

  /** Bound of {@code rate * years}: the discount factor stays within 1e-87 to 1e87. */
  private static final double HIGHEST_GROWTH = 200;

  /** Time and total deviation that no double price can show, unless at the kink of the payoff. */
  private static final double NOTHING = 1e-30;

  private Domain() {}

  /** Whether the option has any time value to compute, the inputs being checked. */
  static boolean hasTimeValue(double strike, double years, double deviation) {
    return deviation >= NOTHING && years >= NOTHING && strike > 0;
  }

  /** Discount factor; exactly 1 for the rate 0 of crypto venues, without an exponential. */
  static double discount(double rate, double years) {
    return rate == 0 ? 1 : Math.exp(-rate * years);
  }

  /**
   * Accepts the inputs or says which one is wrong.
   *
   * @throws IllegalArgumentException naming the input, what was expected and what arrived
   */
  static void check(
      double forwardUsd, double strikeUsd, double years, double volFraction, double rate) {
    if (!(isUsd(forwardUsd) && accepts(strikeUsd, years, volFraction) && isRate(rate, years))) {
      checkUsd("forwardUsd", Arguments.positive("forwardUsd", forwardUsd));
      checkOption(strikeUsd, years, volFraction);
      checkRate("rate", rate, years);
    }
  }

  /** The same for an option on a spot, which has a yield as well. */
  static void check(
      double spotUsd,
      double strikeUsd,
      double years,
      double volFraction,
      double rate,
      double carryYield) {
    boolean holds = isUsd(spotUsd) && accepts(strikeUsd, years, volFraction);
    if (!(holds && isRate(rate, years) && isRate(carryYield, years))) {
      checkUsd("spotUsd", Arguments.positive("spotUsd", spotUsd));
      checkOption(strikeUsd, years, volFraction);
      checkRate("rate", rate, years);
      checkRate("carryYield", carryYield, years);
    }
  }

  private static boolean accepts(double strike, double years, double vol) {
    return (isUsd(strike) || strike == 0)
        && years >= 0
        && years <= LONGEST_YEARS
        && vol >= 0
        && vol <= Double.MAX_VALUE;
  }

  private static boolean isUsd(double value) {
    return value >= SMALLEST_USD && value <= LARGEST_USD;
  }

  private static boolean isRate(double rate, double years) {
    return Math.abs(rate) <= HIGHEST_RATE && Math.abs(rate * years) <= HIGHEST_GROWTH;
  }

  private static void checkOption(double strikeUsd, double years, double volFraction) {
    if (Arguments.notNegative("strikeUsd", strikeUsd) > 0) {
      checkUsd("strikeUsd", strikeUsd);
    }
    Arguments.notNegative("years", years);
    Arguments.within("years", years, 0, LONGEST_YEARS);
    Arguments.notNegative("volFraction", volFraction);
  }

  private static void checkUsd(String name, double value) {
    Arguments.within(name, value, SMALLEST_USD, LARGEST_USD);
  }

  private static void checkRate(String name, double rate, double years) {
    Arguments.within(name, Arguments.finite(name, rate), -HIGHEST_RATE, HIGHEST_RATE);
    Arguments.within(name + " * years", rate * years, -HIGHEST_GROWTH, HIGHEST_GROWTH);
  }
}
