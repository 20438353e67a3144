package io.arb.greeks.structure;

import io.arb.greeks.Arguments;

/**
 * A strike and the price of its option.
 *
 * @param strikeUsd above 0
 * @param priceUsd premium of one unit, at least 0
 */
public record PricedStrike(double strikeUsd, double priceUsd) {
  public PricedStrike {
    Arguments.positive("strikeUsd", strikeUsd);
    Arguments.notNegative("priceUsd", priceUsd);
  }
}
