package io.arb.greeks;

/**
 * Checks of numeric arguments. Each returns its value, or throws an {@link
 * IllegalArgumentException} that names the argument, what was expected and what arrived; NaN and
 * the infinities never pass.
 */
public final class Arguments {
  private Arguments() {}

  /** Any finite number. */
  public static double finite(String name, double value) {
    return check(Double.isFinite(value), name, "a finite number", value);
  }

  /** A finite number above zero. */
  public static double positive(String name, double value) {
    return check(Double.isFinite(value) && value > 0, name, "a finite number above 0", value);
  }

  /** A finite number, zero included. */
  public static double notNegative(String name, double value) {
    return check(
        Double.isFinite(value) && value >= 0, name, "a finite number of at least 0", value);
  }

  /** A number from 0 to 1, both included. */
  public static double fraction(String name, double value) {
    return check(value >= 0 && value <= 1, name, "from 0 to 1", value);
  }

  /** A number from {@code least} to {@code most}, both included. */
  static double within(String name, double value, double least, double most) {
    if (value >= least && value <= most) {
      return value;
    }
    return check(false, name, "from " + least + " to " + most, value);
  }

  private static double check(boolean holds, String name, String expected, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + expected + ", got " + value);
    }
    return value;
  }
}
