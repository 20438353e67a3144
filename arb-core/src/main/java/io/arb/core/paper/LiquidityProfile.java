package io.arb.core.paper;

import java.math.BigDecimal;

/**
 * How much synthetic makers and takers do.
 *
 * @param levels price levels that the makers keep on each side of every book; 0: no makers
 * @param perpetualSize typical size of a perpetual's level, units
 * @param optionSize typical size of an option's level, units
 * @param perpetualTradesPerSecond takers in the perpetual per second of the price path; 0: none
 * @param optionTradesPerSecond takers in all options together per second of the price path; 0: none
 */
public record LiquidityProfile(
    int levels,
    BigDecimal perpetualSize,
    BigDecimal optionSize,
    double perpetualTradesPerSecond,
    double optionTradesPerSecond) {
  public LiquidityProfile {
    if (levels < 0 || levels > 50) {
      throw new IllegalArgumentException("levels must be from 0 to 50, got " + levels);
    }
  }

  /** Deep enough for tens of units, with a trade every few seconds. */
  public static LiquidityProfile standard() {
    return new LiquidityProfile(8, new BigDecimal("20"), new BigDecimal("12"), 0.5, 0.2);
  }

  /** Makers, but nobody who takes. */
  public static LiquidityProfile makersOnly() {
    return new LiquidityProfile(8, new BigDecimal("20"), new BigDecimal("12"), 0, 0);
  }

  /** An empty venue: only clients trade, with each other. */
  public static LiquidityProfile none() {
    return new LiquidityProfile(0, BigDecimal.ONE, BigDecimal.ONE, 0, 0);
  }
}
