package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The example of EIP-712 itself: Cow writes to Bob. */
class Eip712Test {
  private static final byte[] PERSON = Eip712.typeHash("Person(string name,address wallet)");
  private static final byte[] MAIL =
      Eip712.typeHash(
          "Mail(Person from,Person to,string contents)Person(string name,address wallet)");
  private static final Eip712Domain DOMAIN =
      new Eip712Domain(
          "Ether Mail",
          "1",
          BigInteger.ONE,
          Address.of("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"));

  private static byte[] person(String name, String wallet) {
    return Eip712.structHash(
        PERSON, new AbiWords().hashed(name.getBytes(UTF_8)).address(Address.of(wallet)));
  }

  private static byte[] mail() {
    return Eip712.structHash(
        MAIL,
        new AbiWords()
            .bytes32(person("Cow", "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"))
            .bytes32(person("Bob", "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"))
            .hashed("Hello, Bob!".getBytes(UTF_8)));
  }

  @Test
  void hashesTheDomainOfTheStandardsExample() {
    assertThat(Hex.encode(DOMAIN.separator()))
        .isEqualTo("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
  }

  @Test
  void hashesNestedStructs() {
    assertThat(Hex.encode(mail()))
        .isEqualTo("0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
  }

  @Test
  void signsTheStandardsExampleToThePublishedBytes() {
    Signer cow = new BouncyCastleSigner(PrivateKey.derive("cow".getBytes(UTF_8)));
    byte[] digest = Eip712.digest(DOMAIN.separator(), mail());

    assertThat(Hex.encode(digest))
        .isEqualTo("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    assertThat(cow.address()).isEqualTo(Address.of("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"));
    assertThat(cow.sign(digest).hex())
        .isEqualTo(
            "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d"
                + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562"
                + "1c");
  }

  @Test
  void refusesHashesOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eip712.structHash(new byte[31], new AbiWords()))
        .withMessage("typeHash needs 32 bytes, got 31");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eip712.digest(new byte[33], new byte[32]))
        .withMessage("domainSeparator needs 32 bytes, got 33");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Eip712.digest(new byte[32], new byte[0]))
        .withMessage("structHash needs 32 bytes, got 0");
  }

  @Test
  void refusesAChainIdOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Eip712Domain("a", "1", BigInteger.ONE.negate(), Address.ZERO))
        .withMessage("chainId needs 0 to 2^256 - 1, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Eip712Domain("a", "1", BigInteger.TWO.pow(256), Address.ZERO))
        .withMessageStartingWith("chainId needs 0 to 2^256 - 1");
  }

  @Test
  void separatesByEachFieldOfTheDomain() {
    Eip712Domain domain = new Eip712Domain("a", "1", BigInteger.ONE, Address.ZERO);

    assertThat(domain.separator())
        .isNotEqualTo(new Eip712Domain("b", "1", BigInteger.ONE, Address.ZERO).separator())
        .isNotEqualTo(new Eip712Domain("a", "2", BigInteger.ONE, Address.ZERO).separator())
        .isNotEqualTo(new Eip712Domain("a", "1", BigInteger.TWO, Address.ZERO).separator())
        .isNotEqualTo(
            new Eip712Domain("a", "1", BigInteger.ONE, Address.of("11".repeat(20))).separator());
  }
}
