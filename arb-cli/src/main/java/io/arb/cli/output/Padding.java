package io.arb.cli.output;

/** Fills text with blanks; what is longer stays as it is. */
final class Padding {
  private Padding() {}

  /** Text first. */
  static String left(String text, int width) {
    return text + blanks(width - text.length());
  }

  /** Blanks first. */
  static String right(String text, int width) {
    return blanks(width - text.length()) + text;
  }

  private static String blanks(int count) {
    return " ".repeat(Math.max(0, count));
  }
}
