package io.arb.benchmarks;

import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.ImpliedVolSolver;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;

/** What this repository has. */
final class ArbBlack implements BlackLibrary {
  @Override
  public double price(boolean isCall, double forward, double strike, double years, double vol) {
    return Black76.price(type(isCall), forward, strike, years, vol).priceUsd();
  }

  @Override
  public void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values) {
    OptionPrice option = Black76.price(type(isCall), forward, strike, years, vol);
    Greeks greeks = option.greeks();
    values[PRICE] = option.priceUsd();
    values[DELTA] = greeks.delta();
    values[GAMMA] = greeks.gamma();
    values[VEGA] = greeks.vega();
    values[THETA] = greeks.theta();
  }

  @Override
  public double impliedVol(
      boolean isCall, double price, double forward, double strike, double years) {
    return ImpliedVolSolver.solve(type(isCall), price, forward, strike, years);
  }

  static OptionType type(boolean isCall) {
    return isCall ? OptionType.CALL : OptionType.PUT;
  }
}
