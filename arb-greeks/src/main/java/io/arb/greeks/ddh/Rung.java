package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * One step of a gamma ladder: a price to rest at, with the size that brings delta back to zero
 * there once all rungs nearer to the market have filled.
 *
 * @param number 1 is the nearest to the market on its side
 * @param priceUsd where net delta reaches the limit; not rounded, above 0
 * @param amount units of the underlying, above 0
 */
public record Rung(int number, HedgeSide side, double priceUsd, double amount) {
  public Rung {
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, got " + number);
    }
    Arguments.positive("priceUsd", priceUsd);
    Arguments.positive("amount", amount);
  }
}
