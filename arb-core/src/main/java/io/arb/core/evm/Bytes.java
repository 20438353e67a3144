package io.arb.core.evm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** Checks and conversions of byte arrays shared by this package. */
final class Bytes {
  private Bytes() {}

  /** Returns the same array, which must have {@code length} bytes. */
  static byte[] requireLength(String what, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(what + " needs " + length + " bytes, got " + bytes.length);
    }
    return bytes;
  }

  /** The unsigned big-endian number in {@code bytes[from, to)}. */
  static BigInteger unsigned(byte[] bytes, int from, int to) {
    return new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
  }

  /** A number of 0 to 2^256 - 1 as 32 bytes, big-endian, zeros on the left. */
  static byte[] word(BigInteger unsigned) {
    return BigIntegers.asUnsignedByteArray(32, unsigned);
  }
}
