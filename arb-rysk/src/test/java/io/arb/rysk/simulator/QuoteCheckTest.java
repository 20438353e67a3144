package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the venue refuses, one thing wrong at a time. */
class QuoteCheckTest {
  private static final long NONCE = 1_798_000_000_000L;

  private final Stage stage = Stage.open();
  private final JsonNode push = stage.ask();

  @AfterEach
  void close() {
    stage.close();
  }

  private ObjectNode right() {
    return TestMaker.FIRST.quote(push.get("result"), "42.5", NONCE);
  }

  private ObjectNode signed(String price, String nonce, long validUntil) {
    return TestMaker.FIRST.signed(
        TestMaker.FIRST.unsigned(push.get("result"), price, nonce, validUntil),
        RyskChain.BASE_SEPOLIA.domain());
  }

  private int codeOf(ObjectNode params) {
    return stage.quote(push, params).at("/error/code").intValue();
  }

  @Test
  void rightQuoteIsAccepted() {
    JsonNode answer = stage.quote(push, right());

    assertThat(answer.get("result")).isEqualTo(TextNode.valueOf("OK"));
    assertThat(answer.get("id")).isEqualTo(push.get("id"));
    assertThat(answer.get("jsonrpc").textValue()).isEqualTo("2.0");
    assertThat(answer.has("error")).isFalse();
  }

  @Test
  void requestNobodyMadeIsUnknown() {
    JsonNode answer = stage.maker.ask("no-such-id", "quote", right());

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32010);
    assertThat(answer.get("id").textValue()).isEqualTo("no-such-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assetAddress",
        "chainId",
        "expiry",
        "isPut",
        "isTakerBuy",
        "maker",
        "nonce",
        "price",
        "quantity",
        "strike",
        "signature",
        "validUntil",
        "usd",
        "collateralAsset"
      })
  void everyFieldButThePremiumAssetIsRequired(String field) {
    assertThat(codeOf(right().without(field))).isEqualTo(-32602);
    assertThat(codeOf(right().putNull(field))).isEqualTo(-32602);
  }

  @ParameterizedTest
  @CsvSource({
    "assetAddress, '\"0x0cb970511c6c3491dc36f1b7774743da3fc4335f\"'",
    "assetAddress, '\"0xB67bfa7b488df4f2efa874f4e59242e9130ae61f\"'",
    "chainId, 999",
    "expiry, 1798185601",
    "isPut, true",
    "isTakerBuy, true",
    "quantity, '\"1000000000000000001\"'",
    "quantity, '\"01000000000000000000\"'",
    "strike, '\"300000000001\"'",
    "usd, '\"0xb88339cb7199b77e23db6e890353e22632ba630f\"'",
    "usd, '\"0x98D56648c9b7f3cb49531f4135115b5000ab1733\"'",
    "collateralAsset, '\"0x98d56648c9b7f3cb49531f4135115b5000ab1733\"'"
  })
  void termThatIsNotTheRequestsByteForByteIsAMismatch(String field, String value) {
    assertThat(codeOf(right().set(field, Json.parse(value, "value")))).isEqualTo(-32011);
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, 1798000000000",
    "nonce, '\"-1\"'",
    "nonce, '\"007\"'",
    "nonce, '\"0x10\"'",
    "nonce, '\"18446744073709551616\"'",
    "price, 42500000000000000000",
    "price, '\"42.5\"'",
    "price, '\"-1\"'",
    "quantity, 1000000000000000000",
    "chainId, '\"84532\"'",
    "expiry, 1798185600.0",
    "validUntil, '\"1798000030\"'",
    "isPut, '\"false\"'",
    "maker, '\"0x12\"'",
    "signature, 7"
  })
  void valueOfAnotherKindIsABadParameter(String field, String value) {
    assertThat(codeOf(right().set(field, Json.parse(value, "value")))).isEqualTo(-32602);
  }

  @Test
  void greatestNonceIsANonce() {
    ObjectNode quote = signed("42500000000000000000", "18446744073709551615", 1_798_000_030);

    assertThat(stage.quote(push, quote).path("result").asText()).isEqualTo("OK");
  }

  @Test
  void nonceOfAnAcceptedQuoteIsSpentForAllPurposes() {
    stage.quote(push, right());

    assertThat(codeOf(right())).isEqualTo(-32013);
    JsonNode deposit = stage.maker.ask("d", "deposit", TestMaker.FIRST.transfer("1", true, NONCE));
    assertThat(deposit.at("/error/code").intValue()).isEqualTo(-32013);
  }

  @Test
  void refusedQuoteDoesNotSpendItsNonce() {
    assertThat(codeOf(right().put("strike", "1"))).isEqualTo(-32011);

    assertThat(stage.quote(push, right()).path("result").asText()).isEqualTo("OK");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1_797_999_999, 1_798_000_000})
  void quoteThatIsNoLongerValidIsAnInternalError(long validUntil) {
    JsonNode answer = stage.quote(push, signed("42500000000000000000", "1", validUntil));

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32003);
    assertThat(answer.at("/error/message").textValue()).isEqualTo("Internal Error");
  }

  @Test
  void validityOfTenMinutesIsTheLongest() {
    long tenMinutes = Stage.START.plus(Duration.ofMinutes(10)).getEpochSecond();

    assertThat(codeOf(signed("42500000000000000000", "1", tenMinutes + 1))).isEqualTo(-32602);
    assertThat(codeOf(signed("42500000000000000000", "1", tenMinutes))).isZero();
  }

  @Test
  void makerInMixedCaseIsAnInternalError() {
    String spelling = TestMaker.FIRST.address().checksummed();

    assertThat(codeOf(right().put("maker", spelling))).isEqualTo(-32003);
  }

  @Test
  void priceHasToBePositiveAndFitInto128Bits() {
    BigInteger tooWide = BigInteger.ONE.shiftLeft(128);

    assertThat(codeOf(signed("0", "1", 1_798_000_030))).isEqualTo(-32602);
    assertThat(codeOf(signed(tooWide.toString(), "1", 1_798_000_030))).isEqualTo(-32602);
    assertThat(codeOf(signed(tooWide.subtract(BigInteger.ONE).toString(), "1", 1_798_000_030)))
        .isEqualTo(-32014);
  }

  @Test
  void requestIsUnknownToMakersItDoesNotInvite() {
    ObjectNode invited = Json.object();
    invited.putArray("makers").add(TestMaker.SECOND.address().checksummed());
    JsonNode closedShop = stage.ask(stage.terms().with("makers", invited.get("makers")));

    assertThat(stage.quote(closedShop, "42.5", NONCE).at("/error/code").intValue())
        .isEqualTo(-32010);
    assertThat(stage.quote(stage.connectMaker(), closedShop, "42.5", NONCE).path("result").asText())
        .isEqualTo("OK");
  }

  @Test
  void codesCanBeConfigured() {
    try (Stage other = Stage.open(Stage.config().withErrorCode(RyskError.TERM_MISMATCH, -1))) {
      JsonNode asked = other.ask();
      ObjectNode quote = TestMaker.FIRST.quote(asked.get("result"), "42.5", NONCE);

      assertThat(other.quote(asked, quote.put("strike", "1")).at("/error/code"))
          .isEqualTo(IntNode.valueOf(-1));
    }
  }
}
