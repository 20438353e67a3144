package io.arb.greeks.portfolio;

/** What a volatility smile {@code sigma(k)}, {@code k = ln(K/F)}, does when the forward moves. */
public enum SmileRule {
  /** Every strike keeps its volatility: the delta is the model's. */
  STICKY_STRIKE,
  /**
   * The smile moves with the forward, {@code dsigma/dF = -sigma'(k) / F}: the delta is the model's
   * plus {@code vega * dsigma/dF}.
   */
  STICKY_MONEYNESS
}
