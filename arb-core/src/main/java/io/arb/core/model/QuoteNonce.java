package io.arb.core.model;

/**
 * The number that makes a signed quote unique, and by which a confirmed trade finds its quote. An
 * unsigned 64-bit number, kept in a {@code long}.
 */
public record QuoteNonce(long bits) {
  /** Parses an unsigned decimal number. */
  public static QuoteNonce parse(String decimal) {
    try {
      return new QuoteNonce(Long.parseUnsignedLong(decimal));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "QuoteNonce must be an unsigned 64-bit decimal, got '" + decimal + "'", e);
    }
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
