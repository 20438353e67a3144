package io.arb.core.evm;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Finds the account that signed a digest, as Ethereum's {@code ecrecover} does. Safe from any
 * thread.
 */
public final class Recovery {
  private Recovery() {}

  /**
   * The signer. Every possible signature recovers to <em>some</em> account: it is valid only if
   * that account is the expected one. (SEC 1, section 4.1.6.)
   *
   * @param digest32 the 32 bytes that were signed
   * @throws IllegalArgumentException if the digest has another length, or no key can have made the
   *     signature
   */
  public static Address signer(byte[] digest32, Signature signature) {
    Bytes.requireLength("digest", digest32, 32);
    ECPoint nonce = noncePoint(signature);
    BigInteger inverseR = BigIntegers.modOddInverse(Secp256k1.N, signature.r());
    BigInteger e = new BigInteger(1, digest32);
    BigInteger u1 = e.negate().multiply(inverseR).mod(Secp256k1.N);
    BigInteger u2 = signature.s().multiply(inverseR).mod(Secp256k1.N);
    ECPoint publicKey = ECAlgorithms.sumOfTwoMultiplies(Secp256k1.generator(), u1, nonce, u2);
    if (publicKey.isInfinity()) {
      throw new IllegalArgumentException("No key can have signed this digest: " + signature);
    }
    return Secp256k1.addressOf(publicKey);
  }

  private static ECPoint noncePoint(Signature signature) {
    try {
      return Secp256k1.point(signature.r(), signature.yIsOdd());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("No point of the curve has the r of " + signature, e);
    }
  }
}
