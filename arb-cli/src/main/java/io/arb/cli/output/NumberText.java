package io.arb.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale. Stateless; safe from any thread. */
public final class NumberText {
  private static final int SIGNIFICANT = 6;
  private static final int PERCENT_SHIFT = 2;

  /** Decimal exponents that are written out: 0.0001 and 123456789012345, not 1E-5. */
  private static final int LEAST_EXPONENT = -4;

  private static final int GREATEST_EXPONENT = 14;

  private NumberText() {}

  /**
   * The shortest decimal that reads back as the same double, for example {@code 3000}, {@code 0.1}
   * or {@code 2.5E-7}; a JSON number.
   *
   * @param value finite
   */
  public static String exact(double value) {
    String text = Double.toString(value + 0.0); // -0.0 becomes 0.0
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /**
   * Rounded half up to six significant digits, but never before the point: {@code 4246.32}, {@code
   * 123456789}, {@code 2.46370e-5}.
   *
   * @param value finite
   */
  public static String rounded(double value) {
    return rounded(BigDecimal.valueOf(value));
  }

  static String of(double value, Style style) {
    return switch (style) {
      case TEXT, EXACT -> exact(value);
      case ROUNDED -> rounded(value);
      case PERCENT -> rounded(BigDecimal.valueOf(value).scaleByPowerOfTen(PERCENT_SHIFT));
    };
  }

  private static String rounded(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    int exponent = exponent(value);
    if (exponent >= SIGNIFICANT && exponent <= GREATEST_EXPONENT) {
      return value.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
    BigDecimal rounded = value.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP));
    return exponent(rounded) < LEAST_EXPONENT || exponent > GREATEST_EXPONENT
        ? scientific(rounded)
        : rounded
            .setScale(SIGNIFICANT - 1 - exponent(rounded), RoundingMode.UNNECESSARY)
            .toPlainString();
  }

  private static String scientific(BigDecimal value) {
    int exponent = exponent(value);
    return value
            .scaleByPowerOfTen(-exponent)
            .setScale(SIGNIFICANT - 1, RoundingMode.UNNECESSARY)
            .toPlainString()
        + "e"
        + exponent;
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
