package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyTest {
  private static final String DIGITS =
      "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";
  private static final Address ADDRESS = Address.of("0x2c7536e3605d9c16a7a3d7b1898e529396a65c23");

  private static Address addressOf(PrivateKey key) {
    return new BouncyCastleSigner(key).address();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DIGITS,
        "0x" + DIGITS,
        "0x4C0883A69102937D6231471B5DBB6204FE5129617082792AE468D01A3F362318",
        "  0x" + DIGITS + "\r\n",
        "\t" + DIGITS + "\n"
      })
  void readsAKeyWithOrWithoutPrefixAndWhiteSpace(String text) {
    assertThat(addressOf(PrivateKey.parse(text))).isEqualTo(ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000001,"
        + "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf",
    "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140,"
        + "0x80C0dbf239224071c59dD8970ab9d542E3414aB2"
  })
  void readsTheEndsOfTheRange(String text, String address) {
    assertThat(addressOf(PrivateKey.parse(text)).checksummed()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void refusesAKeyOutOfRange(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivateKey.parse(text))
        .withMessage("private key needs 1 to n - 1, n the order of secp256k1")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", " ", DIGITS + "00", "0x0x" + DIGITS, "\"" + DIGITS + "\""})
  void refusesWhatIsNotThirtyTwoBytes(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrivateKey.parse(text))
        .withMessageStartingWith("private key needs ")
        .withNoCause();
  }

  @Test
  void hidesBehindThreeAsterisks() {
    assertThat(PrivateKey.parse(DIGITS)).hasToString("***");
    assertThat(new BouncyCastleSigner(PrivateKey.parse(DIGITS)))
        .hasToString("BouncyCastleSigner[" + ADDRESS + "]");
  }

  @Test
  void derivesTheSameKeyFromTheSameSeed() {
    Address maker = addressOf(PrivateKey.derive("maker 1".getBytes(UTF_8)));

    assertThat(addressOf(PrivateKey.derive("maker 1".getBytes(UTF_8)))).isEqualTo(maker);
    assertThat(addressOf(PrivateKey.derive("maker 2".getBytes(UTF_8)))).isNotEqualTo(maker);
  }

  @Test
  void drawsADifferentKeyEachTime() {
    SecureRandom random = new SecureRandom();

    assertThat(addressOf(PrivateKey.random(random)))
        .isNotEqualTo(addressOf(PrivateKey.random(random)));
  }
}
