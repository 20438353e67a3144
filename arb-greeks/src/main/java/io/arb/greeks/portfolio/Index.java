package io.arb.greeks.portfolio;

import io.arb.greeks.Arguments;

/**
 * The index price of an underlying.
 *
 * @param priceUsd {@code S}, USD per unit, above 0
 * @param asOfMillis when it was observed, epoch milliseconds
 */
public record Index(double priceUsd, long asOfMillis) {
  public Index {
    Arguments.positive("priceUsd", priceUsd);
  }
}
