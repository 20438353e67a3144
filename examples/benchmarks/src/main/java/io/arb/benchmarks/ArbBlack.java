package io.arb.benchmarks;

import io.arb.greeks.Black76;
import io.arb.greeks.GreeksBuffer;
import io.arb.greeks.ImpliedVolSolver;
import io.arb.greeks.OptionType;

/** What this repository has, in the forms that do not allocate. */
final class ArbBlack implements BlackLibrary {
  private static final double RATE = 0;

  private final GreeksBuffer buffer = new GreeksBuffer();

  @Override
  public double price(boolean isCall, double forward, double strike, double years, double vol) {
    return Black76.priceUsd(type(isCall), forward, strike, years, vol, RATE);
  }

  @Override
  public void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values) {
    Black76.fill(buffer, type(isCall), forward, strike, years, vol, RATE);
    values[PRICE] = buffer.priceUsd();
    values[DELTA] = buffer.delta();
    values[GAMMA] = buffer.gamma();
    values[VEGA] = buffer.vega();
    values[THETA] = buffer.theta();
    values[VANNA] = buffer.vanna();
    values[VOLGA] = buffer.volga();
    values[DUAL_DELTA] = buffer.dualDelta();
    values[DUAL_GAMMA] = buffer.dualGamma();
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
