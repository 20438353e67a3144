package io.arb.benchmarks;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;

/** OpenGamma Strata, one call a value: it has no call that gives several of these greeks. */
final class StrataBlack implements BlackLibrary {
  @Override
  public double price(boolean isCall, double forward, double strike, double years, double vol) {
    return BlackFormulaRepository.price(forward, strike, years, vol, isCall);
  }

  @Override
  public void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values) {
    values[PRICE] = BlackFormulaRepository.price(forward, strike, years, vol, isCall);
    values[DELTA] = BlackFormulaRepository.delta(forward, strike, years, vol, isCall);
    values[GAMMA] = BlackFormulaRepository.gamma(forward, strike, years, vol);
    values[VEGA] = BlackFormulaRepository.vega(forward, strike, years, vol);
    values[THETA] = BlackFormulaRepository.driftlessTheta(forward, strike, years, vol);
    values[VANNA] = BlackFormulaRepository.vanna(forward, strike, years, vol);
    values[VOLGA] = BlackFormulaRepository.volga(forward, strike, years, vol);
    values[DUAL_DELTA] = BlackFormulaRepository.dualDelta(forward, strike, years, vol, isCall);
    values[DUAL_GAMMA] = BlackFormulaRepository.dualGamma(forward, strike, years, vol);
  }

  @Override
  public double impliedVol(
      boolean isCall, double price, double forward, double strike, double years) {
    return BlackFormulaRepository.impliedVolatility(price, forward, strike, years, isCall);
  }
}
