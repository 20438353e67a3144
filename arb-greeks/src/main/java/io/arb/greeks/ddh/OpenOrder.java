package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * One of our own open orders in the perpetual, as last reported.
 *
 * @param orderId the venue's id, opaque here
 * @param priceUsd limit price
 * @param amount size it was created with
 * @param filledAmount how much of that has traded; a replacement states it as what it expects, so
 *     that a fill in between refuses the replacement
 */
public record OpenOrder(String orderId, double priceUsd, double amount, double filledAmount) {
  private static final double ROUNDING = 1e-9;

  public OpenOrder {
    Arguments.positive("priceUsd", priceUsd);
    Arguments.positive("amount", amount);
    Arguments.notNegative("filledAmount", filledAmount);
    if (filledAmount > amount) {
      throw new IllegalArgumentException(
          "filledAmount must be at most amount " + amount + ", got " + filledAmount);
    }
  }

  /** What is still in the book. */
  public double remaining() {
    return amount - filledAmount;
  }

  /** Whether both tolerances hold, each of them included. */
  boolean isNear(double wantedPriceUsd, double wantedAmount, DdhParameters parameters) {
    return isWithin(parameters.priceTolUsd(), priceUsd - wantedPriceUsd)
        && isWithin(parameters.amountTol(), remaining() - wantedAmount);
  }

  /** 0.32 - 0.30 is a little over 0.02 in doubles, and is within 0.02 all the same. */
  private static boolean isWithin(double tolerance, double difference) {
    return Math.abs(difference) <= tolerance * (1 + ROUNDING);
  }
}
