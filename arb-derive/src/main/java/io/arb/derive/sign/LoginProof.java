package io.arb.derive.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.arb.core.evm.Address;
import io.arb.core.evm.PersonalMessage;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;
import java.util.Map;

/**
 * Proof that the sender may act for a wallet: the time in milliseconds, signed as a personal
 * message. Source: Derive API, public/login and "Authentication".
 *
 * @param wallet the owner of the subaccounts, sent with its checksum
 * @param timestampMillis milliseconds since 1970
 */
public record LoginProof(Address wallet, long timestampMillis, Signature signature) {

  /** Signs in with the owner's key or one of its session keys. */
  public static LoginProof sign(Address wallet, long timestampMillis, Signer signer) {
    return new LoginProof(wallet, timestampMillis, signer.sign(digest(timestampMillis)));
  }

  /** The 32 bytes that are signed. */
  public static byte[] digest(long timestampMillis) {
    return PersonalMessage.hash(Long.toString(timestampMillis).getBytes(US_ASCII));
  }

  /** Whose key signed; the caller decides whether that key may act for the wallet. */
  public Address recoverSigner() {
    return Recovery.signer(digest(timestampMillis), signature);
  }

  /**
   * The headers that authenticate a REST request.
   *
   * @param prefix {@code X-Lyra} or {@code X-Derive}
   */
  public Map<String, String> headers(String prefix) {
    return Map.of(
        prefix + "Wallet", wallet.checksummed(),
        prefix + "Timestamp", Long.toString(timestampMillis),
        prefix + "Signature", signature.hex());
  }
}
