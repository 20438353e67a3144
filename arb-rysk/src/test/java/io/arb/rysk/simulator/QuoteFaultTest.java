package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.rysk.sign.RyskChain;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteFaultTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  private void inject(RyskFault fault) {
    stage.simulator.setFaults(RyskFaults.of(fault));
  }

  @Test
  void faultsEndWhenTheyAreHealed() {
    inject(RyskFault.QUOTE_REFUSED_WITHOUT_REASON);
    stage.simulator.setFaults(RyskFaults.none());

    assertThat(stage.quote(stage.ask(), "42.5", 1).path("result").asText()).isEqualTo("OK");
  }

  @Test
  void requestIsPushedTwice() {
    inject(RyskFault.RFQ_DUPLICATED);

    assertThat(stage.ask()).isEqualTo(stage.rfqs.next());
    assertThat(stage.simulator.books().rfqsCreated()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "RFQ_WITHOUT_TAKER_BUY, isTakerBuy",
    "RFQ_WITHOUT_ASSET_NAME, assetName",
    "RFQ_WITHOUT_QUANTITY, quantity",
    "RFQ_OLD_FORM, usd",
    "RFQ_OLD_FORM, collateralAsset"
  })
  void fieldIsMissing(RyskFault fault, String field) {
    inject(fault);

    JsonNode terms = stage.ask().get("result");

    assertThat(terms.has(field)).isFalse();
    assertThat(terms.has("strike")).isTrue();
  }

  @Test
  void requestWithoutTakerBuyIsQuotedAsFalse() {
    inject(RyskFault.RFQ_WITHOUT_TAKER_BUY);

    assertThat(stage.quote(stage.ask(), "42.5", 1).path("result").asText()).isEqualTo("OK");
  }

  @Test
  void requestOfTheOldFormCannotBeQuoted() {
    inject(RyskFault.RFQ_OLD_FORM);

    assertThat(stage.quote(stage.ask(), "42.5", 1).at("/error/code").intValue()).isEqualTo(-32011);
  }

  @Test
  void takerBuysAndTheLowerPriceIsBetter() {
    inject(RyskFault.RFQ_TAKER_BUYS);
    JsonNode push = stage.ask();

    assertThat(push.at("/result/isTakerBuy").booleanValue()).isTrue();
    stage.quote(push, "42.5", 1);
    assertThat(stage.quote(stage.connectMaker(), push, "42", 1).path("result").asText())
        .isEqualTo("OK");
  }

  @Test
  void unknownFieldsAppear() {
    inject(RyskFault.RFQ_UNKNOWN_FIELDS);

    assertThat(stage.ask().at("/result/newObject/nested").intValue()).isOne();
  }

  @Test
  void mixedCaseIsStoredAndHasToBeEchoed() {
    inject(RyskFault.RFQ_MIXED_CASE);
    JsonNode push = stage.ask();
    String asset = push.at("/result/asset").textValue();

    assertThat(asset).isEqualTo(Address.of(asset).checksummed());
    assertThat(
            stage
                .quote(
                    push,
                    TestMaker.FIRST
                        .quote(push.get("result"), "42.5", 1)
                        .put("assetAddress", Address.of(asset).hex()))
                .at("/error/code")
                .intValue())
        .isEqualTo(-32011);
    assertThat(stage.quote(push, "42.5", 1).path("result").asText()).isEqualTo("OK");
  }

  @Test
  void numbersStandWhereTextsWere() {
    inject(RyskFault.NUMBERS_FOR_TEXTS);

    assertThat(stage.ask().at("/result/quantity").isIntegralNumber()).isTrue();
    stage.rfqs.close();
  }

  @Test
  void quoteIsRefusedWithoutReason() {
    JsonNode push = stage.ask();
    inject(RyskFault.QUOTE_REFUSED_WITHOUT_REASON);

    JsonNode error = stage.quote(push, "42.5", 1).get("error");

    assertThat(error.get("code").intValue()).isEqualTo(-32003);
    assertThat(error.get("message").textValue()).isEqualTo("Internal Error");
  }

  @Test
  void answerToAQuoteIsLostButTheQuoteCounts() {
    JsonNode push = stage.ask();
    inject(RyskFault.QUOTE_ANSWER_LOST);
    stage.maker.send(
        Peer.request(
            push.get("id").textValue(),
            "quote",
            TestMaker.FIRST.quote(push.get("result"), "42.5", 1)));

    assertThat(stage.maker.isQuiet()).isTrue();
    assertThat(stage.simulator.books().quotesBest()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"PT60S, -32003", "PT-60S, 0"})
  void clockOfTheVenueIsWrong(Duration skew, int code) {
    JsonNode push = stage.ask();
    stage.simulator.setFaults(RyskFaults.none().withClockSkew(skew));

    assertThat(stage.quote(push, "42.5", 1).at("/error/code").intValue()).isEqualTo(code);
  }

  @Test
  void validityIsComparedWithTheWrongClock() {
    JsonNode push = stage.ask();
    stage.simulator.setFaults(RyskFaults.none().withClockSkew(Duration.ofMinutes(-1)));
    long tenMinutes = Stage.START.getEpochSecond() + 600;

    JsonNode answer =
        stage.quote(
            push,
            TestMaker.FIRST.signed(
                TestMaker.FIRST.unsigned(push.get("result"), "42", "1", tenMinutes),
                RyskChain.BASE_SEPOLIA.domain()));

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32602);
  }

  @Test
  void accountAnswersAreEmptyOrNull() {
    inject(RyskFault.ACCOUNT_EMPTY);
    assertThat(stage.maker.ask("b", "balances", TestMaker.FIRST.account()).get("result")).isEmpty();
    inject(RyskFault.ACCOUNT_NULL);

    assertThat(stage.maker.ask("p", "positions", TestMaker.FIRST.account()).get("result").isNull())
        .isTrue();
  }
}
