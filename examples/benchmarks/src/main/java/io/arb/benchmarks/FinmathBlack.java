package io.arb.benchmarks;

import net.finmath.functions.AnalyticFormulas;

/**
 * finmath-lib, whose formulas are for calls on a spot, here with rate 0: puts by parity. It has no
 * vanna, volga or derivatives by the strike, so that its time for the greeks is for four of eight.
 */
final class FinmathBlack implements BlackLibrary {
  private static final double RATE = 0;
  private static final double PAYOFF_UNIT = 1;

  @Override
  public double price(boolean isCall, double forward, double strike, double years, double vol) {
    double call =
        AnalyticFormulas.blackScholesGeneralizedOptionValue(
            forward, vol, years, strike, PAYOFF_UNIT);
    return isCall ? call : call - (forward - strike);
  }

  @Override
  public void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values) {
    double delta = AnalyticFormulas.blackScholesOptionDelta(forward, RATE, vol, years, strike);
    values[PRICE] = price(isCall, forward, strike, years, vol);
    values[DELTA] = isCall ? delta : delta - 1;
    values[GAMMA] = AnalyticFormulas.blackScholesOptionGamma(forward, RATE, vol, years, strike);
    values[VEGA] = AnalyticFormulas.blackScholesOptionVega(forward, RATE, vol, years, strike);
    values[THETA] = AnalyticFormulas.blackScholesOptionTheta(forward, RATE, vol, years, strike);
  }

  @Override
  public double impliedVol(
      boolean isCall, double price, double forward, double strike, double years) {
    double call = isCall ? price : price + (forward - strike);
    return AnalyticFormulas.blackScholesOptionImpliedVolatility(
        forward, years, strike, PAYOFF_UNIT, call);
  }
}
