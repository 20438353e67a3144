package io.arb.core.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A signed number of units of the underlying: the size of an order, a position (positive is long),
 * a delta. At most 18 decimals. 10 and 10.0 are the same quantity.
 */
public record Quantity(BigDecimal units) implements Comparable<Quantity> {
  public static final int MAX_SCALE = 18;
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  public Quantity {
    units = Decimals.normalise("Quantity", units, MAX_SCALE);
  }

  public static Quantity of(String text) {
    return new Quantity(Decimals.parse("Quantity", text));
  }

  public Quantity plus(Quantity other) {
    return new Quantity(units.add(other.units));
  }

  public Quantity minus(Quantity other) {
    return new Quantity(units.subtract(other.units));
  }

  public Quantity negate() {
    return new Quantity(units.negate());
  }

  public Quantity abs() {
    return new Quantity(units.abs());
  }

  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Quantity max(Quantity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** This quantity with the sign of {@code side}: bought is positive, sold negative. */
  public Quantity signed(Side side) {
    return side == Side.BUY ? this : negate();
  }

  /** The multiple of {@code step} next to this quantity towards zero. */
  public Quantity downTo(Quantity step) {
    return new Quantity(Decimals.toMultiple(units, step.units, RoundingMode.DOWN));
  }

  public boolean isZero() {
    return units.signum() == 0;
  }

  public boolean isPositive() {
    return units.signum() > 0;
  }

  public boolean isNegative() {
    return units.signum() < 0;
  }

  /** True if this is a whole number of {@code step}s. */
  public boolean isMultipleOf(Quantity step) {
    return units.remainder(step.units).signum() == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return units.compareTo(other.units);
  }

  @Override
  public String toString() {
    return units.toPlainString();
  }
}
