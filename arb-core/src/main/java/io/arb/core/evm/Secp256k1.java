package io.arb.core.evm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve of Ethereum's signatures (SEC 2, section 2.4.1). Safe from any thread. */
final class Secp256k1 {
  /** The order of the group, a prime. */
  static final BigInteger N;

  /** The largest {@code s} of a signature in its lower form (EIP-2). */
  static final BigInteger HALF_N;

  private static final ECCurve CURVE;
  private static final ECPoint G;

  static {
    // The custom curve computes in fixed arrays of int and keeps a table of multiples of G.
    X9ECParameters parameters = CustomNamedCurves.getByName("secp256k1");
    N = parameters.getN();
    HALF_N = N.shiftRight(1);
    CURVE = parameters.getCurve();
    G = parameters.getG();
  }

  private Secp256k1() {}

  static ECPoint generator() {
    return G;
  }

  /** {@code k} times G in affine coordinates, in a time that does not depend on k. */
  static ECPoint multiplyGenerator(BigInteger k) {
    return new FixedPointCombMultiplier().multiply(G, k).normalize();
  }

  /**
   * The point with this x coordinate and this parity of y.
   *
   * @throws IllegalArgumentException if the curve has no such point
   */
  static ECPoint point(BigInteger x, boolean yIsOdd) {
    byte[] compressed = new byte[33];
    compressed[0] = (byte) (yIsOdd ? 0x03 : 0x02);
    System.arraycopy(Bytes.word(x), 0, compressed, 1, 32);
    return CURVE.decodePoint(compressed);
  }

  /** The account of a public key other than the point at infinity. */
  static Address addressOf(ECPoint publicKey) {
    byte[] uncompressed = publicKey.getEncoded(false);
    return Address.ofPublicKey(Arrays.copyOfRange(uncompressed, 1, uncompressed.length));
  }
}
