package io.arb.core.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one normal form of the exact decimals in this package. */
final class Decimals {
  private Decimals() {}

  /**
   * Removes trailing zeros so that 10 and 10.0 are equal; refuses more than {@code maxScale}
   * decimals.
   */
  static BigDecimal normalise(String what, BigDecimal value, int maxScale) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > maxScale) {
      throw new IllegalArgumentException(
          what + " allows " + maxScale + " decimals, got " + value.toPlainString());
    }
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static BigDecimal parse(String what, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " must be a decimal number, got '" + text + "'", e);
    }
  }

  /** The multiple of {@code unit} next to {@code value} in the given direction. */
  static BigDecimal toMultiple(BigDecimal value, BigDecimal unit, RoundingMode direction) {
    if (unit.signum() <= 0) {
      throw new IllegalArgumentException("step must be positive, got " + unit.toPlainString());
    }
    return value.divide(unit, 0, direction).multiply(unit);
  }
}
