package io.arb.greeks.inverse;

/**
 * What stays still when a coin-settled book is hedged: its worth in USD or its worth in coins. The
 * two hedges differ by the coins the account owns, so the choice has to be made once, explicitly.
 */
public enum DeltaConvention {
  /**
   * The account's worth in USD is flat: coins held are themselves a position and are hedged too. Of
   * one option this is the plain delta {@code dV/dF}.
   */
  USD,
  /**
   * The account's worth in coins is flat: coins held are cash. Of one option this is the net
   * transaction (premium-adjusted) delta {@code dV/dF - V/F}.
   */
  COIN
}
