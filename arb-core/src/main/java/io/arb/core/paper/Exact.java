package io.arb.core.paper;

import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where the paper market's doubles become exact decimals. */
final class Exact {
  private static final int PRICE_DECIMALS = 4;

  private Exact() {}

  /** A price in USD, rounded half even at four decimals; what is below zero becomes zero. */
  static Price price(double usd) {
    return new Price(decimal(Math.max(usd, 0), PRICE_DECIMALS));
  }

  /** A finite number, rounded half even. */
  static BigDecimal decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /** A size in whole steps, rounded down, at least {@code min}. */
  static Quantity quantity(double units, Quantity step, Quantity min) {
    return new Quantity(BigDecimal.valueOf(units)).downTo(step).max(min);
  }
}
