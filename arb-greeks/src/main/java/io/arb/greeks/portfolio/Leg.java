package io.arb.greeks.portfolio;

import io.arb.greeks.Arguments;

/**
 * One position of a portfolio.
 *
 * @param name what a report calls it, for instance the venue's instrument name; need not be unique
 * @param underlying whose index moves it, for instance {@code BTC}
 * @param quantity contracts held, negative is short
 * @param multiplier units of the underlying in one contract, above 0
 * @param value of one unit of the underlying
 */
public record Leg(
    String name, String underlying, double quantity, double multiplier, LegValue value) {
  public Leg {
    Arguments.finite("quantity", quantity);
    Arguments.positive("multiplier", multiplier);
  }

  /** Units of the underlying, negative is short. */
  double units() {
    return quantity * multiplier;
  }
}
