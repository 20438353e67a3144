package io.arb.core.evm;

import org.bouncycastle.crypto.digests.KeccakDigest;

/**
 * Keccak-256 as Ethereum uses it: the original padding, not that of NIST's SHA3-256. Safe from any
 * thread.
 */
public final class Keccak256 {
  private static final int BITS = 256;

  private Keccak256() {}

  /** The 32-byte hash of the parts, one after the other; no part hashes the empty text. */
  public static byte[] hash(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(BITS);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[BITS / Byte.SIZE];
    digest.doFinal(hash, 0);
    return hash;
  }
}
