package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * What the venue accepts in the perpetual, from its live instrument metadata.
 *
 * @param tickUsd prices are multiples of this, above 0
 * @param amountStep amounts are multiples of this, above 0
 * @param minimumAmount smallest order, above 0
 * @param maximumAmount largest order, at least the smallest
 */
public record PerpRules(
    double tickUsd, double amountStep, double minimumAmount, double maximumAmount) {
  public PerpRules {
    Arguments.positive("tickUsd", tickUsd);
    Arguments.positive("amountStep", amountStep);
    Arguments.positive("minimumAmount", minimumAmount);
    Arguments.positive("maximumAmount", maximumAmount);
    if (maximumAmount < minimumAmount) {
      throw new IllegalArgumentException(
          "maximumAmount must be at least minimumAmount "
              + minimumAmount
              + ", got "
              + maximumAmount);
    }
  }
}
