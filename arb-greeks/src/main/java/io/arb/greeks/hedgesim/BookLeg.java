package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;
import io.arb.greeks.OptionType;

/**
 * One option of a simulated book.
 *
 * @param quantity units of the underlying, negative is short
 * @param strikeUsd above 0
 * @param years to expiry at the start of a path, above 0
 * @param volFraction volatility it is priced and hedged with at the start, above 0
 */
public record BookLeg(
    double quantity, OptionType type, double strikeUsd, double years, double volFraction) {
  public BookLeg {
    Arguments.finite("quantity", quantity);
    Arguments.positive("strikeUsd", strikeUsd);
    Arguments.positive("years", years);
    Arguments.positive("volFraction", volFraction);
  }
}
