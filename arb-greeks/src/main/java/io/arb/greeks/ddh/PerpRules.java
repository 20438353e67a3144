package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import java.math.BigDecimal;

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

  /** Share of a step by which a double may miss a multiple and still count as one. */
  private static final double ROUNDING = 1e-6;

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

  /** The multiple of the tick at or next to a price, away from the market: buys down, sells up. */
  double onTick(HedgeSide side, double priceUsd) {
    double ticks = priceUsd / tickUsd;
    double count =
        side == HedgeSide.BUY ? Math.floor(ticks + ROUNDING) : Math.ceil(ticks - ROUNDING);
    return multiple(tickUsd, count);
  }

  /** The largest size the venue takes that is not above {@code amount}, 0 if there is none. */
  double sendable(double amount) {
    double steps = Math.floor(Math.min(amount, maximumAmount) / amountStep + ROUNDING);
    double rounded = multiple(amountStep, steps);
    return rounded < minimumAmount ? 0 : rounded;
  }

  /** Exact in decimals, so that 3 steps of 0.1 are 0.3. */
  private static double multiple(double step, double count) {
    return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(count)).doubleValue();
  }
}
