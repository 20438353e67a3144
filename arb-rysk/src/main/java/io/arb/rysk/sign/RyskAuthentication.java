package io.arb.rysk.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Eip712;

/**
 * What the headers of the venue's protected HTTP calls prove.
 *
 * @param nonce decimal text of an unsigned 64-bit number, byte for byte that of the nonce header
 */
public record RyskAuthentication(String nonce) implements RyskMessage {
  private static final byte[] TYPE_HASH = Eip712.typeHash("Authentication(string nonce)");

  @Override
  public byte[] typeHash() {
    return TYPE_HASH.clone();
  }

  @Override
  public AbiWords words() {
    return new AbiWords().hashed(nonce.getBytes(UTF_8));
  }
}
