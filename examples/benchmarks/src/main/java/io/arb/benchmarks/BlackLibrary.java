package io.arb.benchmarks;

/**
 * Undiscounted Black-76 as one library offers it: prices in USD, years of 365 days, volatilities as
 * fractions. Implementations are stateless, or their state does not outlive a call; one thread.
 */
interface BlackLibrary {
  /** Slots of {@link #greeks}: those that most libraries have. */
  int PRICE = 0;

  int DELTA = 1;
  int GAMMA = 2;
  int VEGA = 3;

  /** Per year, negative. */
  int THETA = 4;

  int VANNA = 5;
  int VOLGA = 6;
  int DUAL_DELTA = 7;
  int DUAL_GAMMA = 8;
  int SLOTS = 9;

  double price(boolean isCall, double forward, double strike, double years, double vol);

  /**
   * Price and eight greeks.
   *
   * @param values receives them; a slot the library has no formula for is left alone
   */
  void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values);

  /** The volatility of a price, or anything else where the library finds none. */
  double impliedVol(boolean isCall, double price, double forward, double strike, double years);
}
