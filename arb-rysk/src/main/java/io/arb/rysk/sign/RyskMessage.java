package io.arb.rysk.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;

/**
 * One of the four messages that are signed on Rysk. Fields hold the numbers of the wire (scaled
 * integers), not domain units. Immutable.
 *
 * <p>Source: EIP-712; the type texts are those of the settlement contract and of the protocol's own
 * client, version of December 2025.
 */
public sealed interface RyskMessage
    permits RyskQuote, RyskTransfer, RyskConfirmation, RyskAuthentication {

  /** 32 bytes: the hash of the type's text. */
  byte[] typeHash();

  /**
   * The fields, one word each, in the order of the type's text.
   *
   * @throws IllegalArgumentException if a number does not fit the type of its field
   */
  AbiWords words();

  /** {@code hashStruct} of EIP-712, 32 bytes. */
  default byte[] structHash() {
    return Eip712.structHash(typeHash(), words());
  }

  /** The 32 bytes that are signed. */
  default byte[] digest(Eip712Domain domain) {
    return Eip712.digest(domain.separator(), structHash());
  }

  default Signature sign(Signer signer, Eip712Domain domain) {
    return signer.sign(digest(domain));
  }

  /**
   * Whether {@code account} made this signature under this domain. Accounts that are contracts
   * (ERC-1271) are never found to have signed.
   */
  default boolean isSignedBy(Address account, Eip712Domain domain, Signature signature) {
    try {
      return Recovery.signer(digest(domain), signature).equals(account);
    } catch (IllegalArgumentException e) {
      return false; // no key can have made it
    }
  }
}
