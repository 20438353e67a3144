package io.arb.core.evm;

import java.math.BigInteger;

/**
 * An Ethereum signature that contracts accept: {@code s} in the lower half of the order, {@code v}
 * 27 or 28. A signature is public; it may be logged.
 *
 * @param r 1 to n - 1, where n is the order of secp256k1
 * @param s 1 to (n - 1) / 2: with the upper half, anyone could turn a signature into a second one
 *     (EIP-2)
 * @param v 27 plus the parity of the nonce point's y coordinate
 */
public record Signature(BigInteger r, BigInteger s, int v) {
  private static final int LENGTH = 65;
  private static final int V_OFFSET = 27;

  public Signature {
    requireRange("r", r, Secp256k1.N.subtract(BigInteger.ONE));
    requireRange("s", s, Secp256k1.HALF_N);
    if (v != V_OFFSET && v != V_OFFSET + 1) {
      throw new IllegalArgumentException("signature v needs 27 or 28, got " + v);
    }
  }

  /** The signature with the nonce point's parity in {@code v}. */
  static Signature of(BigInteger r, BigInteger s, boolean yIsOdd) {
    return new Signature(r, s, V_OFFSET + (yIsOdd ? 1 : 0));
  }

  /**
   * Reads 65 bytes r, s, v in hexadecimal digits, with or without {@code 0x}.
   *
   * @throws IllegalArgumentException if the length is another, or r, s or v out of range; v of 0 or
   *     1 and a high s are refused
   */
  public static Signature parse(String text) {
    byte[] bytes = Hex.decode("signature", text, LENGTH);
    return new Signature(
        Bytes.unsigned(bytes, 0, 32), Bytes.unsigned(bytes, 32, 64), Byte.toUnsignedInt(bytes[64]));
  }

  /** The 65 bytes r (32), s (32), v (1) as {@code 0x} and 130 lower-case digits. */
  public String hex() {
    return Hex.encode(toBytes());
  }

  /** A fresh array of the 65 bytes r (32), s (32), v (1). */
  public byte[] toBytes() {
    byte[] bytes = new byte[LENGTH];
    System.arraycopy(Bytes.word(r), 0, bytes, 0, 32);
    System.arraycopy(Bytes.word(s), 0, bytes, 32, 32);
    bytes[64] = (byte) v;
    return bytes;
  }

  boolean yIsOdd() {
    return v == V_OFFSET + 1;
  }

  /** {@link #hex()}. */
  @Override
  public String toString() {
    return hex();
  }

  private static void requireRange(String field, BigInteger value, BigInteger max) {
    if (value.signum() <= 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "signature " + field + " needs 1 to 0x" + max.toString(16));
    }
  }
}
