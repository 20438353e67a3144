package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A 20-byte Ethereum account or contract address. Two spellings that differ in case are the same
 * address.
 *
 * @param hex {@code 0x} and 40 lower-case digits; the constructor accepts any case and a missing
 *     {@code 0x}, and does not insist on the EIP-55 checksum of a mixed-case text
 */
public record Address(String hex) {
  private static final int LENGTH = 20;

  /** Twenty zero bytes: on most contracts, "nobody". */
  public static final Address ZERO = of(new byte[LENGTH]);

  /**
   * Reads an address and puts it into lower case.
   *
   * @throws IllegalArgumentException if the text is not 20 bytes of hexadecimal digits; the message
   *     does not repeat the text, which may be a key pasted into the wrong place
   */
  public Address {
    hex = Hex.encode(Hex.decode("address", hex, LENGTH));
  }

  /** Reads an address of either case; see {@link #Address(String)}. */
  public static Address of(String text) {
    return new Address(text);
  }

  /**
   * The address of these bytes.
   *
   * @param bytes exactly 20
   * @throws IllegalArgumentException for another length
   */
  public static Address of(byte[] bytes) {
    return new Address(Hex.encode(bytes));
  }

  /** The account of an uncompressed public key: the last 20 bytes of the hash of x and y. */
  static Address ofPublicKey(byte[] xAndY) {
    byte[] hash = Keccak256.hash(Bytes.requireLength("public key", xAndY, 64));
    return of(Arrays.copyOfRange(hash, hash.length - LENGTH, hash.length));
  }

  /** A fresh array of 20 bytes. */
  public byte[] bytes() {
    return Hex.decode(hex);
  }

  /** Whether this is {@link #ZERO}. */
  public boolean isZero() {
    return equals(ZERO);
  }

  /** The address with the capitals that EIP-55 uses as a checksum. */
  public String checksummed() {
    String digits = hex.substring(2);
    byte[] hash = Keccak256.hash(digits.getBytes(US_ASCII));
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < digits.length(); i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
      char digit = digits.charAt(i);
      text.append(nibble >= 8 ? Character.toUpperCase(digit) : digit);
    }
    return text.toString();
  }

  /** {@link #hex()}. */
  @Override
  public String toString() {
    return hex;
  }
}
