package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The three hashes of EIP-712, "Typed structured data hashing and signing". Safe from any thread.
 */
public final class Eip712 {
  private static final byte[] PREFIX = {0x19, 0x01};

  private Eip712() {}

  /**
   * The hash of a type's text.
   *
   * @param encodeType for example {@code Authentication(string nonce)}: no space after a comma,
   *     referenced struct types appended in alphabetical order
   */
  public static byte[] typeHash(String encodeType) {
    return Keccak256.hash(encodeType.getBytes(UTF_8));
  }

  /**
   * {@code hashStruct} of a message.
   *
   * @param typeHash 32 bytes, see {@link #typeHash}
   * @param fields one word a field, in the order of the type's text
   */
  public static byte[] structHash(byte[] typeHash, AbiWords fields) {
    return Keccak256.hash(Bytes.requireLength("typeHash", typeHash, 32), fields.toBytes());
  }

  /**
   * The 32 bytes to sign: the hash of 0x19, 0x01, domain separator and struct hash.
   *
   * @param domainSeparator 32 bytes, see {@link Eip712Domain#separator()}
   * @param structHash 32 bytes, see {@link #structHash}
   */
  public static byte[] digest(byte[] domainSeparator, byte[] structHash) {
    return Keccak256.hash(
        PREFIX,
        Bytes.requireLength("domainSeparator", domainSeparator, 32),
        Bytes.requireLength("structHash", structHash, 32));
  }
}
