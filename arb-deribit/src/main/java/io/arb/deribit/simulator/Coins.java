package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of money have eight decimals; how the exchange rounds is not published, here half even.
 */
final class Coins {
  private static final int DECIMALS = 8;

  private Coins() {}

  static BigDecimal round(BigDecimal value) {
    return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
