package io.arb.derive.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Hex;
import io.arb.core.evm.Keccak256;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionSigningTest {
  static Stream<JsonNode> trades() {
    return SigningVectors.rows("trades");
  }

  static Stream<JsonNode> publishedTrades() {
    return SigningVectors.rows("published").filter(row -> row.has("trade"));
  }

  static Stream<JsonNode> publishedEnvelopes() {
    return SigningVectors.rows("published").filter(row -> row.has("privateKey"));
  }

  static Stream<JsonNode> quotes() {
    return SigningVectors.rows("rfq").filter(row -> row.get("kind").asText().equals("quote"));
  }

  static Stream<JsonNode> executions() {
    return SigningVectors.rows("rfq").filter(row -> row.get("kind").asText().equals("execute"));
  }

  static Stream<JsonNode> signedPackages() {
    return SigningVectors.rows("rfq").filter(row -> row.has("signature"));
  }

  @ParameterizedTest
  @MethodSource("trades")
  void signsOrdersByteForByte(JsonNode row) {
    TradeData data = SigningVectors.trade(row.get("trade"));
    assertEncoded(row, data);
    assertSigned(row, data);
  }

  @ParameterizedTest
  @MethodSource("trades")
  void recoversTheSignerOfAnOrder(JsonNode row) {
    Action action = tradeAction(row);

    assertThat(SigningVectors.domain(row).recover(action, signature(row)))
        .isEqualTo(action.signer());
  }

  @ParameterizedTest
  @MethodSource("trades")
  void anotherBitOfTheSignatureIsAnotherSigner(JsonNode row) {
    Action action = tradeAction(row);
    Signature good = signature(row);
    Signature flipped = new Signature(good.r(), good.s().flipBit(0), good.v());

    assertThat(SigningVectors.domain(row).recover(action, flipped)).isNotEqualTo(action.signer());
  }

  @ParameterizedTest
  @MethodSource("publishedTrades")
  void agreesWithTheVenuesDebugEndpoint(JsonNode row) {
    TradeData data = SigningVectors.trade(row.get("trade"));
    assertEncoded(row, data);
    assertDigest(row, data);
  }

  @Test
  void recoversThePublishedSigner() {
    JsonNode row = published("published-v3-testnet-order-debug");

    assertThat(SigningVectors.domain(row).recover(tradeAction(row), signature(row)))
        .isEqualTo(Address.of(row.get("recoveredSigner").asText()));
  }

  @ParameterizedTest
  @MethodSource("publishedEnvelopes")
  void signsAnyModulesDataInTheSameEnvelope(JsonNode row) {
    assertSigned(row, SigningVectors.bytes(row.get("encodedData")));
  }

  @Test
  void encodesThePublishedTrade() {
    JsonNode row = published("published-trade");
    JsonNode input = row.get("moduleInput");
    TradeData data =
        new TradeData(
            Address.of(input.get("asset_address").asText()),
            new BigInteger(input.get("sub_id").asText()),
            SigningVectors.decimal(input, "limit_price"),
            SigningVectors.decimal(input, "amount"),
            SigningVectors.decimal(input, "max_fee"),
            input.get("recipient_subaccount_id").asLong(),
            input.get("is_bid").asBoolean());

    assertEncoded(row, data);
  }

  @Test
  void hashesTheEightWordsInOrder() {
    JsonNode row = published("published-layout-action-hash");
    JsonNode input = row.get("input");
    Action action = SigningVectors.action(input, SigningVectors.bytes(input.get("dataHash")));
    byte[] typeHash = Hex.decode(input.get("typehash").asText());
    byte[] dataHash = Hex.decode(input.get("dataHash").asText());

    assertHex(row, "actionHash", action.hash(typeHash, dataHash));
  }

  @Test
  void putsTheSeparatorBeforeTheActionHash() {
    JsonNode row = published("published-layout-typed-data");
    byte[] separator = Hex.decode(row.at("/input/domainSeparator").asText());
    byte[] actionHash = Hex.decode(row.at("/input/actionHash").asText());

    assertHex(row, "typedDataHash", Eip712.digest(separator, actionHash));
  }

  @ParameterizedTest
  @MethodSource("quotes")
  void encodesQuotes(JsonNode row) {
    QuoteData data =
        new QuoteData(
            SigningVectors.side(row),
            SigningVectors.decimal(row, "maxFee"),
            SigningVectors.legs(row));

    assertEncoded(row, data);
    byte[] hash = RfqLeg.hash(data.legs(), data.direction(), SigningVectors.precision(row));
    assertHex(row, "legsHash", hash);
  }

  @ParameterizedTest
  @MethodSource("executions")
  void encodesExecutionsWithTheMakersSigns(JsonNode row) {
    ExecuteData data =
        new ExecuteData(
            SigningVectors.side(row),
            SigningVectors.decimal(row, "maxFee"),
            SigningVectors.legs(row));

    assertEncoded(row, data);
  }

  @ParameterizedTest
  @MethodSource("signedPackages")
  void signsQuotesAndExecutions(JsonNode row) {
    assertSigned(row, SigningVectors.bytes(row.get("encodedData")));
  }

  @Test
  void encodesASessionKey() {
    JsonNode row = SigningVectors.section("sessionKeys").get(0);
    SessionKeyData data =
        new SessionKeyData(
            Address.of(row.get("sessionKey").asText()),
            row.get("expirySec").asLong(),
            List.of(row.at("/scopeCodes/0").asLong()),
            List.of());

    assertHex(row, "encodedData", data.encode(Precision.V3));
  }

  @Test
  void refusesToSignForAnotherAccount() {
    JsonNode row = SigningVectors.section("trades").get(0);
    Signer stranger = new BouncyCastleSigner(PrivateKey.derive(new byte[] {1}));

    assertThatThrownBy(() -> SigningVectors.domain(row).sign(tradeAction(row), stranger))
        .hasMessageContaining(tradeAction(row).signer().hex());
  }

  private static JsonNode published(String id) {
    return SigningVectors.rows("published")
        .filter(node -> node.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Action tradeAction(JsonNode row) {
    return SigningVectors.action(row.get("action"), SigningVectors.trade(row.get("trade")));
  }

  private static Signature signature(JsonNode row) {
    return Signature.parse(row.get("signature").asText());
  }

  private static void assertEncoded(JsonNode row, ActionData data) {
    assertHex(row, "encodedData", data.encode(SigningVectors.precision(row)));
  }

  private static void assertDigest(JsonNode row, ActionData data) {
    Precision precision = SigningVectors.precision(row);
    Action action = SigningVectors.action(row.get("action"), data);
    assertHex(row, "dataHash", Keccak256.hash(data.encode(precision)));
    assertHex(row, "actionHash", action.hash(precision));
    assertHex(row, "typedDataHash", SigningVectors.domain(row).digest(action));
  }

  private static void assertSigned(JsonNode row, ActionData data) {
    assertDigest(row, data);
    Signer signer = new BouncyCastleSigner(PrivateKey.parse(row.get("privateKey").asText()));
    Action action = SigningVectors.action(row.get("action"), data);
    assertThat(SigningVectors.domain(row).sign(action, signer)).isEqualTo(signature(row));
  }

  private static void assertHex(JsonNode row, String field, byte[] actual) {
    assertThat(Hex.encode(actual)).as(field).isEqualTo(row.get(field).asText());
  }
}
