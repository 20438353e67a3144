package io.arb.greeks;

/** The right an option gives its holder. */
public enum OptionType {
  /** The right to buy at the strike. */
  CALL,
  /** The right to sell at the strike. */
  PUT
}
