package io.arb.core.evm;

import static io.arb.core.evm.Vectors.address;
import static io.arb.core.evm.Vectors.bytes;
import static io.arb.core.evm.Vectors.domain;
import static io.arb.core.evm.Vectors.signer;
import static io.arb.core.evm.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Quotes, transfers, confirmations and authentications of Rysk, computed by several
 * implementations.
 */
class RyskEip712VectorTest {
  private static final JsonNode FILE = Vectors.load("rysk-eip712.json");
  private static final String TAMPERED = "quote-covered-call-weth-84532";

  static Stream<Arguments> messages() {
    return Vectors.rows(Vectors.stream(FILE.required("vectors")));
  }

  static Stream<Arguments> domains() {
    return Vectors.stream(FILE.required("domainSeparators")).map(Arguments::of);
  }

  static Stream<Arguments> keys() {
    return Vectors.rows(Vectors.stream(FILE.required("keys")));
  }

  static Stream<Arguments> typeHashes() {
    return FILE.required("typeHashes").properties().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue().asText()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void encodesEachFieldAsOneWord(JsonNode vector) {
    byte[] encodedData = bytes(vector.required("expected"), "encodedData");

    assertThat(Eip712.typeHash(text(vector, "encodeType")))
        .isEqualTo(bytes(vector.required("expected"), "typeHash"))
        .isEqualTo(Arrays.copyOf(encodedData, 32));
    assertThat(message(vector).words().toBytes())
        .isEqualTo(Arrays.copyOfRange(encodedData, 32, encodedData.length));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void hashesStructDomainAndDigest(JsonNode vector) {
    JsonNode expected = vector.required("expected");

    assertThat(message(vector).structHash()).isEqualTo(bytes(expected, "structHash"));
    assertThat(domain(vector.required("domain")).separator())
        .isEqualTo(bytes(expected, "domainSeparator"));
    assertThat(digest(vector)).isEqualTo(bytes(expected, "digest"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void signsToThePublishedBytes(JsonNode vector) {
    JsonNode expected = vector.required("expected");

    Signature signature = signer(vector).sign(digest(vector));

    assertThat(signature.hex()).isEqualTo(text(expected, "signature"));
    assertThat(signature.r()).isEqualTo(new BigInteger(1, bytes(expected, "r")));
    assertThat(signature.s()).isEqualTo(new BigInteger(1, bytes(expected, "s")));
    assertThat(signature.v()).isEqualTo(expected.required("v").intValue());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void recoversTheSignerFromThePublishedSignature(JsonNode vector) {
    Signature signature = Signature.parse(text(vector.required("expected"), "signature"));

    assertThat(Recovery.signer(digest(vector), signature)).isEqualTo(address(vector, "signer"));
  }

  @ParameterizedTest
  @MethodSource("domains")
  void separatesTheChains(JsonNode row) {
    Eip712Domain domain =
        new Eip712Domain(
            "rysk", "0.0.0", Vectors.integer(row, "chainId"), address(row, "verifyingContract"));

    assertThat(domain.separator()).isEqualTo(bytes(row, "separator"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void derivesTheAddressOfAKey(JsonNode key) {
    assertThat(signer(key).address()).isEqualTo(address(key, "address"));
  }

  @ParameterizedTest
  @MethodSource("typeHashes")
  void hashesTheTextOfAType(String type, String typeHash) {
    assertThat(Eip712.typeHash(text(FILE.required("types"), type))).isEqualTo(Hex.decode(typeHash));
  }

  @Test
  void recoversAnotherAccountUnderTheDomainOfAnotherChain() {
    ObjectNode changed = vector(TAMPERED).deepCopy();
    changed.withObject("/domain").put("chainId", 999);
    changed
        .withObject("/domain")
        .put("verifyingContract", "0x8c8bcb6d2c0e31c5789253ecc8431ca6209b4e35");

    assertRecoversToAStranger("wrong-chain-domain", changed);
  }

  @Test
  void recoversAnotherAccountUnderTheZeroContract() {
    ObjectNode changed = vector(TAMPERED).deepCopy();
    changed.withObject("/domain").put("verifyingContract", Address.ZERO.hex());

    assertRecoversToAStranger("zero-verifying-contract", changed);
  }

  @Test
  void recoversAnotherAccountForATamperedPrice() {
    ObjectNode changed = vector(TAMPERED).deepCopy();
    changed.withObject("/message").put("price", "42500000000000000001");

    assertRecoversToAStranger("tampered-price", changed);
  }

  @ParameterizedTest
  @CsvSource({
    "v-as-0-or-1, v needs 27 or 28",
    "high-s, signature s needs 1 to",
    "truncated, signature needs 65 bytes"
  })
  void refusesAMisshapenSignature(String name, String reason) {
    String signature = text(negative(name), "signature");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.parse(signature))
        .withMessageContaining(reason);
  }

  private static void assertRecoversToAStranger(String name, JsonNode changed) {
    JsonNode negative = negative(name);
    Signature signature = Signature.parse(text(changed.required("expected"), "signature"));

    assertThat(digest(changed)).isEqualTo(bytes(negative, "digest"));
    assertThat(Recovery.signer(digest(changed), signature))
        .isEqualTo(address(negative, "recoversTo"))
        .isNotEqualTo(address(changed, "signer"));
  }

  private static byte[] digest(JsonNode vector) {
    return Eip712.digest(
        domain(vector.required("domain")).separator(), message(vector).structHash());
  }

  private static TypedMessage message(JsonNode vector) {
    return new TypedMessage(text(vector, "encodeType"), vector.required("message"));
  }

  private static JsonNode vector(String name) {
    return named("vectors", name);
  }

  private static JsonNode negative(String name) {
    return named("negatives", name);
  }

  private static JsonNode named(String list, String name) {
    return Vectors.stream(FILE.required(list))
        .filter(one -> text(one, "name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
