package io.arb.core.evm;

import static io.arb.core.evm.Vectors.address;
import static io.arb.core.evm.Vectors.bytes;
import static io.arb.core.evm.Vectors.integer;
import static io.arb.core.evm.Vectors.signer;
import static io.arb.core.evm.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Actions and logins of Derive from the module's encoded data on; the encoding itself belongs to
 * the adapter.
 */
class DeriveSigningVectorTest {
  private static final JsonNode FILE = Vectors.load("derive-signing.json");

  static Stream<Arguments> environments() {
    return FILE.required("environments").properties().stream()
        .map(entry -> Arguments.argumentSet(entry.getKey(), entry.getValue()));
  }

  static Stream<Arguments> keys() {
    return Vectors.rows(Vectors.stream(FILE.required("keys")));
  }

  static Stream<Arguments> logins() {
    return Vectors.rows(Vectors.stream(FILE.required("logins")));
  }

  /**
   * Everything with the envelope of an action: trades, RFQ quotes and executions, published ones.
   */
  static Stream<Arguments> actions() {
    return Vectors.rows(actionsWith("action"));
  }

  static Stream<Arguments> actionsWithKey() {
    return Vectors.rows(actionsWith("privateKey"));
  }

  static Stream<Arguments> signatures() {
    return Vectors.rows(actionsWith("signature"));
  }

  private static Stream<JsonNode> actionsWith(String field) {
    return Stream.of("trades", "published", "rfq")
        .flatMap(list -> Vectors.stream(FILE.required(list)))
        .filter(one -> one.has(field));
  }

  @Test
  void hashesTheTextOfTheActionType() {
    assertThat(Eip712.typeHash(text(FILE, "actionTypeString")))
        .isEqualTo(bytes(FILE, "actionTypehash"));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void separatesTheNetworks(JsonNode environment) {
    assertThat(Vectors.domain(environment.required("eip712Domain")).separator())
        .isEqualTo(bytes(environment, "domainSeparator"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void derivesTheChecksummedAddressOfAKey(JsonNode key) {
    assertThat(signer(key).address().checksummed()).isEqualTo(text(key, "address"));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void hashesDataActionAndDigest(JsonNode vector) {
    assertThat(Keccak256.hash(bytes(vector, "encodedData"))).isEqualTo(bytes(vector, "dataHash"));
    assertThat(actionHash(vector)).isEqualTo(bytes(vector, "actionHash"));
    assertThat(digest(vector)).isEqualTo(bytes(vector, "typedDataHash"));
  }

  @ParameterizedTest
  @MethodSource("actionsWithKey")
  void signsToThePublishedBytes(JsonNode vector) {
    Signature signature = signer(vector).sign(digest(vector));

    assertThat(signature.hex()).isEqualTo(text(vector, "signature"));
    assertThat(signature.r()).isEqualTo(new BigInteger(1, bytes(vector, "r")));
    assertThat(signature.s()).isEqualTo(new BigInteger(1, bytes(vector, "s")));
    assertThat(signature.v()).isEqualTo(vector.required("v").intValue());
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void recoversTheSignerFromThePublishedSignature(JsonNode vector) {
    Signature signature = Signature.parse(text(vector, "signature"));

    assertThat(Recovery.signer(digest(vector), signature))
        .isEqualTo(address(vector.required("action"), "signer"));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void recoversAnotherAccountWhenOneBitOfSIsFlipped(JsonNode vector) {
    Signature signature = Signature.parse(text(vector, "signature"));
    Signature flipped = new Signature(signature.r(), signature.s().flipBit(0), signature.v());

    assertThat(Recovery.signer(digest(vector), flipped))
        .isNotEqualTo(address(vector.required("action"), "signer"));
  }

  @ParameterizedTest
  @MethodSource("logins")
  void signsTheTimestampAsAPersonalMessage(JsonNode login) {
    byte[] hash = PersonalMessage.hash(bytes(login, "messageBytesUtf8Hex"));
    Signature signature = signer(login).sign(hash);

    assertThat(hash).isEqualTo(bytes(login, "personalMessageHash"));
    assertThat(signature.hex()).isEqualTo(text(login, "signature"));
    assertThat(Recovery.signer(hash, signature)).isEqualTo(address(login, "signer"));
  }

  @Test
  void keepsTheOrderOfTheEightWords() {
    JsonNode vector = published("published-layout-action-hash");
    JsonNode input = vector.required("input");
    byte[] actionHash = actionHash(bytes(input, "typehash"), input, bytes(input, "dataHash"));

    assertThat(actionHash).isEqualTo(bytes(vector, "actionHash"));
  }

  @Test
  void putsPrefixSeparatorAndStructHashInThisOrder() {
    JsonNode vector = published("published-layout-typed-data");
    JsonNode input = vector.required("input");

    assertThat(Eip712.digest(bytes(input, "domainSeparator"), bytes(input, "actionHash")))
        .isEqualTo(bytes(vector, "typedDataHash"));
  }

  private static byte[] digest(JsonNode vector) {
    return Eip712.digest(bytes(vector, "domainSeparator"), actionHash(vector));
  }

  private static byte[] actionHash(JsonNode vector) {
    return actionHash(
        bytes(FILE, "actionTypehash"),
        vector.required("action"),
        Keccak256.hash(bytes(vector, "encodedData")));
  }

  private static byte[] actionHash(byte[] typeHash, JsonNode action, byte[] dataHash) {
    return Eip712.structHash(
        typeHash,
        new AbiWords()
            .uint(integer(action, "subaccountId"))
            .uint(integer(action, "nonce"))
            .address(address(action, "module"))
            .bytes32(dataHash)
            .uint(integer(action, "expiry"))
            .address(address(action, "owner"))
            .address(address(action, "signer")));
  }

  private static JsonNode published(String id) {
    return Vectors.stream(FILE.required("published"))
        .filter(one -> text(one, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
