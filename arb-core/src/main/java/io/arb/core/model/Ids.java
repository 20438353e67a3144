package io.arb.core.model;

/** The check that one-field text ids share. */
final class Ids {
  private static final int MAX_LENGTH = 256;

  private Ids() {}

  static void requireText(String what, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          what
              + " must have 1 to "
              + MAX_LENGTH
              + " characters and not be blank, got '"
              + value
              + "'");
    }
  }
}
