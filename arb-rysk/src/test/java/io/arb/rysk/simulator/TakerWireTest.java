package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakerWireTest {
  private static final long NONCE = 1_798_000_004_321L;

  private final Stage stage = Stage.open();
  private final Peer taker = stage.connectTaker();

  @AfterEach
  void close() {
    stage.close();
  }

  /** Asks and lets the maker bid; returns what is offered. */
  private JsonNode offer(String price) {
    taker.send(Peer.request("t-1", "request", TestTaker.request()));
    stage.quote(stage.rfqs.next(), price, 1);
    stage.pass(Stage.WINDOW);
    return taker.next().get("result");
  }

  private int codeOf(ObjectNode confirmation) {
    return taker.ask("c", "confirm", confirmation).at("/error/code").intValue();
  }

  @Test
  void bestQuoteIsOfferedWhenTheWindowEnds() {
    JsonNode offer = offer("42.5");

    assertThat(offer.get("maker").textValue()).isEqualTo(TestMaker.FIRST.address().hex());
    assertThat(offer.get("price").textValue()).isEqualTo("42500000000000000000");
    assertThat(offer.get("validUntil").longValue()).isEqualTo(TestMaker.VALID_UNTIL);
    assertThat(offer.get("apy").decimalValue()).isEqualTo("253.56");
    assertThat(offer.get("signature").textValue()).hasSize(132);
  }

  @Test
  void requestWithoutMakersIsNeverAnswered() {
    taker.send(Peer.request("t-1", "request", TestTaker.request()));
    stage.rfqs.next();
    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofMinutes(1));

    assertThat(taker.isQuiet()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "strike, '\"305000000000\"'",
    "strike, '\"280000000000\"'",
    "expiry, 1798099200",
    "chainId, 999",
    "isPut, true",
    "asset, '\"0x0cb970511c6c3491dc36f1b7774743da3fc4335f\"'",
    "usd, '\"0x69e37ecb273a23b8864a5f39520bf97c6768b65c\"'",
    "collateralAsset, '\"0x98d56648c9b7f3cb49531f4135115b5000ab1733\"'"
  })
  void whatIsNotListedIsRefusedAtOnce(String field, String value) {
    ObjectNode request = TestTaker.request();

    JsonNode answer = taker.ask("t-1", "request", request.set(field, Json.parse(value, "v")));

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32602);
    assertThat(answer.at("/error/message").textValue()).isEqualTo("product is not available");
  }

  @ParameterizedTest
  @CsvSource({
    "1005000000000000000, trade increment is wrong",
    "0, trade size is out of range",
    "10010000000000000000, trade size is out of range"
  })
  void sizeHasToFitStepAndLimits(String quantity, String message) {
    JsonNode answer = taker.ask("t-1", "request", TestTaker.request().put("quantity", quantity));

    assertThat(answer.at("/error/message").textValue()).isEqualTo(message);
  }

  @Test
  void putIsAskedForWithStablecoinsAsCollateral() {
    ObjectNode put =
        TestTaker.request()
            .put("isPut", true)
            .put("strike", "280000000000")
            .put("collateralAsset", "0x98d56648c9b7f3cb49531f4135115b5000ab1733");

    taker.send(Peer.request("t-1", "request", put));

    assertThat(stage.rfqs.next().get("result")).isEqualTo(put);
  }

  @Test
  void mixedCaseInARequestIsAnInternalError() {
    ObjectNode request = TestTaker.request();
    Address asset = Address.of(request.get("asset").textValue());

    JsonNode answer = taker.ask("t-1", "request", request.put("asset", asset.checksummed()));

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32003);
  }

  @Test
  void confirmedOfferIsTraded() {
    JsonNode offer = offer("42.5");

    assertThat(taker.ask("c", "confirm", TestTaker.confirmation(offer, NONCE)).get("result"))
        .isEqualTo(Frames.OK);
    stage.pass(Stage.SETTLE);

    assertThat(stage.maker.next().at("/result/quoteNonce").textValue()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "assetAddress, '\"0x0cb970511c6c3491dc36f1b7774743da3fc4335f\"'",
    "chainId, 999",
    "expiry, 1798185601",
    "isPut, true",
    "isTakerBuy, true",
    "quantity, '\"2000000000000000000\"'",
    "strike, '\"310000000000\"'",
    "usd, '\"0xb88339cb7199b77e23db6e890353e22632ba630f\"'",
    "collateralAsset, '\"0x98d56648c9b7f3cb49531f4135115b5000ab1733\"'",
    "maker, '\"0x2c7536e3605d9c16a7a3d7b1898e529396a65c23\"'",
    "quoteNonce, '\"2\"'",
    "price, '\"42400000000000000000\"'",
    "quoteSignature, '\"0x00\"'",
    "quoteValidUntil, 1798000031",
    "taker, '\"0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0\"'",
    "collateralAmount, '\"1\"'",
    "gasFee, '\"1\"'"
  })
  void confirmationHasToTakeTheVeryOffer(String field, String value) {
    ObjectNode confirmation = TestTaker.confirmation(offer("42.5"), NONCE);

    assertThat(codeOf(TestTaker.signed(confirmation.set(field, Json.parse(value, "v")))))
        .isEqualTo(-32011);
    assertThat(stage.simulator.books().confirmationsRefused()).isOne();
  }

  @Test
  void confirmationHasToBeSignedByTheTaker() {
    ObjectNode confirmation = TestTaker.confirmation(offer("42.5"), NONCE);

    assertThat(codeOf(confirmation.put("nonce", "1"))).isEqualTo(-32003);
  }

  @Test
  void offerCanBeTakenOnce() {
    JsonNode offer = offer("42.5");
    assertThat(codeOf(TestTaker.confirmation(offer, NONCE))).isZero();

    assertThat(codeOf(TestTaker.confirmation(offer, NONCE + 1))).isEqualTo(-32003);
    stage.pass(Stage.SETTLE);
    assertThat(stage.simulator.books().tradesSettled()).isOne();
  }

  @Test
  void takersNonceIsSpentToo() {
    assertThat(codeOf(TestTaker.confirmation(offer("42.5"), NONCE))).isZero();
    taker.send(Peer.request("t-1", "request", TestTaker.request()));
    stage.quote(stage.rfqs.next(), "42.5", 2);
    stage.pass(Stage.WINDOW);
    JsonNode second = taker.next().get("result");

    assertThat(codeOf(TestTaker.confirmation(second, NONCE))).isEqualTo(-32003);
    assertThat(codeOf(TestTaker.confirmation(second, NONCE + 1))).isZero();
  }

  @Test
  void expiredQuoteCannotBeTaken() {
    JsonNode offer = offer("42.5");
    stage.pass(Duration.ofSeconds(28));

    assertThat(codeOf(TestTaker.confirmation(offer, NONCE))).isEqualTo(-32003);
  }

  @Test
  void quoteCanBeTakenInItsLastSecond() {
    JsonNode offer = offer("42.5");
    stage.pass(Duration.ofSeconds(28).minusMillis(1));

    assertThat(codeOf(TestTaker.confirmation(offer, NONCE))).isZero();
  }

  @Test
  void nothingIsTradedThatTheMakerCannotPay() {
    JsonNode offer = offer("42.5");
    stage.maker.ask("w", "withdraw", TestMaker.FIRST.transfer("2452187501", false, 9));

    assertThat(codeOf(TestTaker.confirmation(offer, NONCE))).isEqualTo(-32003);
    stage.pass(Stage.SETTLE);

    RyskBooks books = stage.simulator.books();
    assertThat(books.tradesSettled()).isZero();
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("47812499");
  }

  @Test
  void premiumThatRoundsToNothingCannotSettle() {
    JsonNode offer = offer("0.0000009");

    assertThat(codeOf(TestTaker.confirmation(offer, NONCE))).isEqualTo(-32003);
  }

  @Test
  void positionsAreTheTakersTradesInTheVenuesUnits() {
    assertThat(codeOf(TestTaker.confirmation(offer("42.5"), NONCE))).isZero();
    stage.pass(Stage.SETTLE);

    ObjectNode account =
        Json.object().put("address", TestTaker.address().hex()).put("chainId", 84532);
    JsonNode entry = taker.ask("p", "positions", account).at("/result/0");

    assertThat(entry.get("strike").textValue()).isEqualTo("3000000000000000000000");
    assertThat(entry.get("premium").textValue()).isEqualTo("42500000000000000000");
    assertThat(entry.get("fees").textValue()).isEqualTo("5312500");
    assertThat(entry.get("isBuy").booleanValue()).isTrue();
    assertThat(entry.get("symbol").textValue()).isEqualTo("WETH");
    assertThat(taker.ask("p", "positions", account.put("chainId", 1)).get("result")).isEmpty();
  }

  @Test
  void capsSayHowMuchIsUsed() {
    assertThat(codeOf(TestTaker.confirmation(offer("42.5"), NONCE))).isZero();
    stage.pass(Stage.SETTLE);

    JsonNode cap = taker.ask("c", "caps", Json.object()).at("/result/0");

    assertThat(cap.get("name").textValue()).isEqualTo("GLOBAL");
    assertThat(cap.get("usage").textValue()).isEqualTo("1000000000000000000");
  }
}
