package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * Input of the published algorithm: sums of venue greeks instead of a repricing.
 *
 * @param delta portfolio delta, the perpetual included
 * @param gamma change of that delta per 1 USD
 * @param market the perpetual
 * @param orders all our open orders in the perpetual, whatever their label
 */
public record DdhState(double delta, double gamma, DdhMarket market, OwnOrders orders) {
  public DdhState {
    Arguments.finite("delta", delta);
    Arguments.finite("gamma", gamma);
  }
}
