package io.arb.core.evm;

/**
 * Signs digests for one account. Safe from any thread. The account's key stays inside; {@code
 * toString} and exceptions do not reveal it.
 */
public interface Signer {

  /** The account that {@link Recovery} finds in this signer's signatures. */
  Address address();

  /**
   * Signs the digest itself; no prefix is added. The same digest always gives the same signature.
   *
   * @param digest32 32 bytes, see {@link Eip712#digest} and {@link PersonalMessage#hash}
   * @throws IllegalArgumentException for another length
   */
  Signature sign(byte[] digest32);
}
