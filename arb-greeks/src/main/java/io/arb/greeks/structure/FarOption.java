package io.arb.greeks.structure;

import io.arb.greeks.Arguments;

/**
 * What is assumed of the longer option of a {@link Calendar} when the shorter one expires.
 *
 * @param volFraction its volatility then, above 0
 * @param forwardRatio its forward over the settlement price of the shorter one, above 0; 1 is no
 *     basis. At any other ratio a calendar of calls gains or loses without limit
 */
public record FarOption(double volFraction, double forwardRatio) {
  public FarOption {
    Arguments.positive("volFraction", volFraction);
    Arguments.positive("forwardRatio", forwardRatio);
  }
}
