package io.arb.cli.config;

import java.util.regex.Pattern;

/**
 * Texts of the file as messages show them: on one line, of bearable length, without anything that a
 * terminal would obey, and never a private key that somebody pasted into the wrong place.
 */
final class Shown {
  private static final int LONGEST = 120;
  private static final Pattern SECRET = Pattern.compile("\\p{XDigit}{64}");
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Shown() {}

  /** The text in quotes. */
  static String quoted(String text) {
    return isSecret(text) ? "'***'" : "'" + plain(text) + "'";
  }

  /** A message of somebody else. */
  static String plain(String text) {
    String line = NOT_PRINTABLE.matcher(text).replaceAll("?");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  /** Whether a private key in hexadecimal digits could be part of the text. */
  static boolean isSecret(String text) {
    return SECRET.matcher(text).find();
  }
}
