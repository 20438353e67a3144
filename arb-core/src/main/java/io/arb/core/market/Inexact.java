package io.arb.core.market;

import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one place where exact decimals become doubles and back. Doubles belong to greeks and
 * valuations; whatever is sent or booked is a decimal again, and a NaN never becomes one.
 */
public final class Inexact {
  /** Doubles carry 15 to 17 digits; beyond 12 decimals only their noise is left. */
  private static final int SCALE = 12;

  private Inexact() {}

  public static double of(Price price) {
    return price.usd().doubleValue();
  }

  public static double of(Quantity quantity) {
    return quantity.units().doubleValue();
  }

  public static double of(BigDecimal value) {
    return value.doubleValue();
  }

  /**
   * The decimal next to {@code units}, half even at 12 decimals.
   *
   * @throws IllegalArgumentException if {@code units} is not finite
   */
  public static Quantity quantity(double units) {
    return new Quantity(decimal("quantity", units));
  }

  /**
   * The decimal next to {@code usd}, half even at 12 decimals.
   *
   * @throws IllegalArgumentException if {@code usd} is negative or not finite
   */
  public static Price price(double usd) {
    return new Price(decimal("price", usd));
  }

  private static BigDecimal decimal(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, got " + value);
    }
    return new BigDecimal(value, MathContext.DECIMAL64).setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
