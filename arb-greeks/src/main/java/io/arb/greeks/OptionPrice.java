package io.arb.greeks;

/**
 * What one option is worth and how that changes. Immutable. It carries a computed value as well as
 * what a venue ticker publishes (mark price, mark volatility, greeks).
 *
 * @param priceUsd value in USD per unit of the underlying, discounted, at least 0
 * @param volFraction volatility per square root of a year the value belongs to, 0.55 is 55%
 * @param greeks sensitivities at that value
 * @param atKink true only where forward equals strike with no time or volatility left: the payoff
 *     has a corner there, gamma has no value and is given as 0, delta is half of what it jumps by
 */
public record OptionPrice(double priceUsd, double volFraction, Greeks greeks, boolean atKink) {
  public OptionPrice {
    Arguments.notNegative("priceUsd", priceUsd);
    Arguments.notNegative("volFraction", volFraction);
  }

  /** A value away from the corner of the payoff. */
  public static OptionPrice of(double priceUsd, double volFraction, Greeks greeks) {
    return new OptionPrice(priceUsd, volFraction, greeks, false);
  }
}
