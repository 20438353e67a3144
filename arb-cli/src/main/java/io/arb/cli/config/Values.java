package io.arb.cli.config;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The forms of plain values. Each method throws {@link IllegalArgumentException} for any other
 * text; numbers are bounded, so that nothing computed from them can overflow.
 */
final class Values {
  static final String MILLIS = "milliseconds, a whole number from 0 to 86400000";
  static final String SECONDS = "seconds, a whole number from 0 to 31536000";

  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final long YEAR_SECONDS = Duration.ofDays(365).toSeconds();

  /** No exponents: 1e999999999 is a short text and an endless number. */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,18})?");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Values() {}

  static String text(String text) {
    require(!text.isBlank());
    return text;
  }

  /** A file's name; not a key that was pasted in its place. */
  static Path file(String text) {
    require(!text.isBlank() && !Shown.isSecret(text));
    return Path.of(text);
  }

  /** The name of an environment variable; not a key that was pasted in its place. */
  static String variable(String text) {
    require(VARIABLE.matcher(text).matches() && !Shown.isSecret(text));
    return text;
  }

  /** An address with a scheme and something behind it. */
  static URI uri(String text) {
    URI uri = URI.create(text);
    require(uri.isAbsolute());
    return uri;
  }

  static boolean flag(String text) {
    require(text.equals("true") || text.equals("false"));
    return text.equals("true");
  }

  static BigDecimal decimal(String text) {
    require(DECIMAL.matcher(text).matches());
    return new BigDecimal(text);
  }

  static Duration millis(String text) {
    return Duration.ofMillis(bounded(text, DAY_MILLIS));
  }

  static Duration seconds(String text) {
    return Duration.ofSeconds(bounded(text, YEAR_SECONDS));
  }

  private static long bounded(String text, long most) {
    long value = Long.parseLong(text);
    require(value >= 0 && value <= most);
    return value;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not of the expected form");
    }
  }
}
