package io.arb.greeks.inverse;

import io.arb.greeks.Arguments;

/**
 * A position in coin-settled futures or perpetuals whose size is an amount of USD. Its profit in
 * coins is {@code U (1/F0 - 1/F1)}, bent against the price, where a linear future has a straight
 * line. Immutable; safe from any thread.
 *
 * @param notionalUsd {@code U}, negative is short
 */
public record InverseFuture(double notionalUsd) {
  public InverseFuture {
    Arguments.finite("notionalUsd", notionalUsd);
  }

  /** The position that is {@code coins} long at {@code priceUsd > 0}; negative is short. */
  public static InverseFuture ofCoins(double coins, double priceUsd) {
    return new InverseFuture(coins * Arguments.positive("priceUsd", priceUsd));
  }

  /** {@code U / F}: coins of exposure at {@code priceUsd > 0}. */
  public double deltaCoins(double priceUsd) {
    return notionalUsd / Arguments.positive("priceUsd", priceUsd);
  }

  /** Coins gained from {@code entryUsd} to {@code exitUsd}, both above 0; negative is a loss. */
  public double profitCoins(double entryUsd, double exitUsd) {
    Arguments.positive("entryUsd", entryUsd);
    Arguments.positive("exitUsd", exitUsd);
    return notionalUsd / entryUsd * ((exitUsd - entryUsd) / exitUsd);
  }

  /** {@code U / F^2}: coins gained per 1 USD move. */
  public double coinsPerUsd(double priceUsd) {
    return deltaCoins(priceUsd) / priceUsd;
  }

  /** {@code -2U / F^3}: change of {@link #coinsPerUsd} per 1 USD move. */
  public double convexity(double priceUsd) {
    return -2 * coinsPerUsd(priceUsd) / priceUsd;
  }
}
