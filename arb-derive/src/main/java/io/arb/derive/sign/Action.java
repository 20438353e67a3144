package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Keccak256;
import java.math.BigInteger;

/**
 * The envelope that every signed request shares. Source: Derive API, "Self-custodial requests".
 *
 * @param nonce unsigned, 256 bits at most; what a venue accepts is narrower, see {@link NonceForm}
 * @param module the contract that {@code data} is for
 * @param expirySec when the signature ends, seconds since 1970
 * @param owner the account that owns the subaccount
 * @param signer the account whose key signs: the owner or one of its session keys
 */
public record Action(
    long subaccountId,
    BigInteger nonce,
    Address module,
    ActionData data,
    long expirySec,
    Address owner,
    Address signer) {
  private static final byte[] TYPE_HASH =
      Eip712.typeHash(
          "Action(uint256 subaccountId,uint256 nonce,address module,bytes data,uint256 expiry,"
              + "address owner,address signer)");

  /** The 32-byte struct hash. */
  byte[] hash(Precision precision) {
    return hash(TYPE_HASH, Keccak256.hash(data.encode(precision)));
  }

  byte[] hash(byte[] typeHash, byte[] dataHash) {
    return Eip712.structHash(
        typeHash,
        new AbiWords()
            .uint(subaccountId)
            .uint(nonce)
            .address(module)
            .bytes32(dataHash)
            .uint(expirySec)
            .address(owner)
            .address(signer));
  }
}
