package io.arb.core.evm;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/**
 * Builds the 32-byte words of a Solidity ABI or EIP-712 encoding, in the order of the calls. Every
 * value is checked against its type; one that does not fit throws {@link IllegalArgumentException}
 * and is never cut. A builder for one thread.
 *
 * <p>Source: Solidity ABI specification, "Formal Specification of the Encoding"; EIP-712,
 * "Definition of encodeData".
 */
public final class AbiWords {
  private static final int WORD = 32;
  private static final BigInteger TWO_POW_256 = BigInteger.ONE.shiftLeft(256);

  private final ByteArrayOutputStream words = new ByteArrayOutputStream(16 * WORD);

  /** The 20 bytes, with zeros on the left. */
  public AbiWords address(Address value) {
    byte[] bytes = value.bytes();
    words.writeBytes(new byte[WORD - bytes.length]);
    words.writeBytes(bytes);
    return this;
  }

  /** An unsigned number of 0 to 2^256 - 1. */
  public AbiWords uint(BigInteger value) {
    return unsigned(value, 256);
  }

  /** An unsigned number of 0 to 2^63 - 1. */
  public AbiWords uint(long value) {
    return uint(BigInteger.valueOf(value));
  }

  /** An unsigned number of 0 to 2^64 - 1. */
  public AbiWords uint64(BigInteger value) {
    return unsigned(value, 64);
  }

  /** An unsigned number of 0 to 2^128 - 1. */
  public AbiWords uint128(BigInteger value) {
    return unsigned(value, 128);
  }

  /** A signed number of -2^255 to 2^255 - 1, in two's complement. */
  public AbiWords int256(BigInteger value) {
    return signed(value, 256);
  }

  /** A signed number of -2^127 to 2^127 - 1; the word is that of {@link #int256}. */
  public AbiWords int128(BigInteger value) {
    return signed(value, 128);
  }

  /** 1 for true, 0 for false. */
  public AbiWords bool(boolean value) {
    return uint(value ? BigInteger.ONE : BigInteger.ZERO);
  }

  /** Exactly 32 bytes, as they are. */
  public AbiWords bytes32(byte[] value) {
    words.writeBytes(Bytes.requireLength("bytes32", value, WORD));
    return this;
  }

  /**
   * The Keccak-256 of a value of any length: what EIP-712 puts in the place of {@code bytes}, and
   * of a {@code string} as UTF-8.
   */
  public AbiWords hashed(byte[] value) {
    return bytes32(Keccak256.hash(value));
  }

  /** The words so far, a fresh array of a multiple of 32 bytes. */
  public byte[] toBytes() {
    return words.toByteArray();
  }

  private AbiWords unsigned(BigInteger value, int bits) {
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw new IllegalArgumentException("uint" + bits + " cannot hold " + value);
    }
    words.writeBytes(Bytes.word(value));
    return this;
  }

  private AbiWords signed(BigInteger value, int bits) {
    if (value.bitLength() >= bits) {
      throw new IllegalArgumentException("int" + bits + " cannot hold " + value);
    }
    words.writeBytes(Bytes.word(value.signum() < 0 ? value.add(TWO_POW_256) : value));
    return this;
  }
}
