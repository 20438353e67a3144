package io.arb.greeks;

/**
 * The volatility at which {@link Black76} gives an observed price, or why there is none.
 *
 * <p>Prices of real books are often impossible (under intrinsic value, above the forward), so that
 * is an ordinary result here and not an exception. {@link ImpliedVolSolver} gives the same without
 * allocating, {@link ImpliedVolBatch} for many options at once. Immutable; {@link #solve} is safe
 * from any thread.
 */
public sealed interface ImpliedVol {

  /**
   * The price has exactly one volatility.
   *
   * @param volFraction per square root of a year, above 0; 0.55 is 55%
   */
  record Solved(double volFraction) implements ImpliedVol {
    public Solved {
      Arguments.positive("volFraction", volFraction);
    }
  }

  /**
   * The price is the intrinsic value up to what doubles can tell apart: it is worth nothing to
   * wait, and the price does not say how little. Every volatility from 0 up to some small one fits.
   */
  record AtIntrinsic() implements ImpliedVol {}

  /**
   * The price is lower than exercising is worth: no volatility fits, and the pair can be
   * arbitraged.
   *
   * @param shortfallUsd by how much, undiscounted, above 0
   */
  record BelowIntrinsic(double shortfallUsd) implements ImpliedVol {}

  /**
   * The price reaches what the option can be worth at most (the forward for a call, the strike for
   * a put): no finite volatility fits.
   *
   * @param maximumUsd that bound, undiscounted
   */
  record AboveMaximum(double maximumUsd) implements ImpliedVol {}

  /**
   * The inputs do not describe an option that could be solved for.
   *
   * @param argument name of the first argument that is wrong
   * @param value what it was
   */
  record Invalid(String argument, double value) implements ImpliedVol {}

  /** Undiscounted price: {@link #solve(OptionType, double, double, double, double, double)}. */
  static ImpliedVol solve(
      OptionType type, double priceUsd, double forwardUsd, double strikeUsd, double years) {
    return solve(type, priceUsd, forwardUsd, strikeUsd, years, 0);
  }

  /**
   * Solves for the volatility of one price.
   *
   * @param priceUsd observed value in USD per unit, discounted with {@code rate}
   * @param forwardUsd forward of the option's own expiry, above 0
   * @param strikeUsd above 0
   * @param years to expiry, above 0
   * @param rate continuously compounded interest rate per year
   */
  static ImpliedVol solve(
      OptionType type,
      double priceUsd,
      double forwardUsd,
      double strikeUsd,
      double years,
      double rate) {
    if (!isPositive(forwardUsd)) {
      return new Invalid("forwardUsd", forwardUsd);
    }
    if (!isPositive(strikeUsd)) {
      return new Invalid("strikeUsd", strikeUsd);
    }
    if (!isPositive(years)) {
      return new Invalid("years", years);
    }
    double undiscounted = priceUsd * Math.exp(rate * years);
    if (!Double.isFinite(undiscounted)) {
      return Double.isFinite(priceUsd)
          ? new Invalid("rate", rate)
          : new Invalid("priceUsd", priceUsd);
    }
    return ofUndiscounted(type, undiscounted, forwardUsd, strikeUsd, years);
  }

  private static boolean isPositive(double value) {
    return Double.isFinite(value) && value > 0;
  }

  private static ImpliedVol ofUndiscounted(
      OptionType type, double price, double forward, double strike, double years) {
    double result = ImpliedVolSolver.solve(type, price, forward, strike, years);
    return switch (ImpliedVolSolver.Status.of(result)) {
      case SOLVED -> new Solved(result);
      case AT_INTRINSIC -> new AtIntrinsic();
      case BELOW_INTRINSIC -> new BelowIntrinsic(type.intrinsicUsd(forward, strike) - price);
      case AT_MAXIMUM -> new AboveMaximum(type == OptionType.CALL ? forward : strike);
      case INVALID -> new Invalid("priceUsd", price);
    };
  }
}
