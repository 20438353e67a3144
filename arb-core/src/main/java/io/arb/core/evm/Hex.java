package io.arb.core.evm;

import java.util.HexFormat;

/** Bytes as hexadecimal text, the way Ethereum writes them: {@code 0x} and two digits a byte. */
public final class Hex {
  private static final String PREFIX = "0x";
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  /** The bytes as {@code 0x} and lower-case digits; no bytes give {@code 0x}. */
  public static String encode(byte[] bytes) {
    return PREFIX + FORMAT.formatHex(bytes);
  }

  /**
   * Reads digits of either case, with or without a leading {@code 0x}; nothing else may surround
   * them.
   *
   * @throws IllegalArgumentException if the digits are odd in number or one is not hexadecimal; the
   *     message does not repeat the text
   */
  public static byte[] decode(String text) {
    return decode("hex text", text);
  }

  /**
   * As {@link #decode(String)}, naming in the message what was read.
   *
   * @param what the thing read, in a few words that are no secret ("private key")
   * @throws IllegalArgumentException as above
   */
  public static byte[] decode(String what, String text) {
    int start = text.startsWith(PREFIX) ? PREFIX.length() : 0;
    for (int i = start; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw new IllegalArgumentException(
            what + " needs hexadecimal digits only, character " + i + " is none");
      }
    }
    int digits = text.length() - start;
    if (digits % 2 != 0) {
      throw new IllegalArgumentException(what + " needs an even number of digits, got " + digits);
    }
    return FORMAT.parseHex(text, start, text.length());
  }

  /**
   * As {@link #decode(String, String)} for a text of known length.
   *
   * @throws IllegalArgumentException as above, and if there are not exactly {@code length} bytes
   */
  static byte[] decode(String what, String text, int length) {
    byte[] bytes = decode(what, text);
    return Bytes.requireLength(what, bytes, length);
  }
}
