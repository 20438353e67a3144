package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A text signed as {@code personal_sign} does it (ERC-191, version 0x45), so that the signature can
 * never be one of a transaction. Safe from any thread.
 */
public final class PersonalMessage {
  private static final String PREFIX = "\u0019Ethereum Signed Message:\n";

  private PersonalMessage() {}

  /**
   * The 32 bytes to sign: the hash of the prefix, the length in decimal and the text.
   *
   * @param text the message, usually UTF-8; its length counts bytes
   */
  public static byte[] hash(byte[] text) {
    return Keccak256.hash((PREFIX + text.length).getBytes(US_ASCII), text);
  }
}
