package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;

/**
 * The EIP-712 domain of a contract that checks signatures: without a salt, with the four fields
 * below.
 *
 * @param name the contract's name for itself
 * @param version the version of its signed messages
 * @param chainId EIP-155 chain id, 0 to 2^256 - 1
 * @param verifyingContract the contract that will check the signature
 */
public record Eip712Domain(
    String name, String version, BigInteger chainId, Address verifyingContract) {
  private static final byte[] TYPE_HASH =
      Eip712.typeHash(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

  public Eip712Domain {
    if (chainId.signum() < 0 || chainId.bitLength() > 256) {
      throw new IllegalArgumentException("chainId needs 0 to 2^256 - 1, got " + chainId);
    }
  }

  /** The 32-byte domain separator, computed at each call: a caller that signs often keeps it. */
  public byte[] separator() {
    return Eip712.structHash(
        TYPE_HASH,
        new AbiWords()
            .hashed(name.getBytes(UTF_8))
            .hashed(version.getBytes(UTF_8))
            .uint(chainId)
            .address(verifyingContract));
  }
}
