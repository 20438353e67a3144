package io.arb.core.evm;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * A secp256k1 private key. It can sign (see {@link BouncyCastleSigner}) but cannot be read back: no
 * accessor, no text, no equality by value. Immutable, safe from any thread.
 */
public final class PrivateKey {
  private static final int LENGTH = 32;

  private final BigInteger scalar;

  private PrivateKey(BigInteger scalar) {
    this.scalar = scalar;
  }

  /**
   * Reads 64 hexadecimal digits of either case, with or without {@code 0x}; white space around
   * them, such as the line end of a key file, is ignored.
   *
   * @throws IllegalArgumentException if the text is not 32 bytes in the range of 1 to n - 1;
   *     neither the message nor a cause repeats any of it
   */
  public static PrivateKey parse(String hex) {
    BigInteger scalar = new BigInteger(1, Hex.decode("private key", hex.strip(), LENGTH));
    if (!isInRange(scalar)) {
      throw new IllegalArgumentException("private key needs 1 to n - 1, n the order of secp256k1");
    }
    return new PrivateKey(scalar);
  }

  /** A new key for a throw-away account of a simulation. It is lost with the process. */
  public static PrivateKey random(SecureRandom random) {
    byte[] seed = new byte[LENGTH];
    random.nextBytes(seed);
    return derive(seed);
  }

  /**
   * The key that belongs to a seed, for accounts of a simulation that must be the same in each run:
   * the seed's Keccak-256, hashed again in the all but impossible case that it is out of range.
   * Whoever guesses the seed has the key, so nothing of value may rest on it.
   */
  public static PrivateKey derive(byte[] seed) {
    byte[] bytes = Keccak256.hash(seed);
    while (!isInRange(new BigInteger(1, bytes))) {
      bytes = Keccak256.hash(bytes);
    }
    return new PrivateKey(new BigInteger(1, bytes));
  }

  BigInteger scalar() {
    return scalar;
  }

  /** Three asterisks. */
  @Override
  public String toString() {
    return "***";
  }

  private static boolean isInRange(BigInteger scalar) {
    return scalar.signum() > 0 && scalar.compareTo(Secp256k1.N) < 0;
  }
}
