package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.evm.Address;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfqFrameTest {
  private static final Address WETH = Address.of(SpecFrames.WETH);

  @Test
  void readsTheTerms() {
    RfqRequest request = request(SpecFrames.RFQ);

    assertThat(request.id()).isEqualTo(SpecFrames.RFQ_ID);
    assertThat(request.asset()).isEqualTo(WETH);
    assertThat(request.chainId()).isEqualTo(84532);
    assertThat(request.expirySeconds()).isEqualTo(1798185600);
    assertThat(request.isPut()).isFalse();
    assertThat(request.isTakerBuy()).isFalse();
    assertThat(request.quantity()).isEqualTo("1000000000000000000");
    assertThat(request.strike()).isEqualTo("300000000000");
    assertThat(request.usd()).contains(Address.of(SpecFrames.USDC));
    assertThat(request.collateralAsset()).contains(WETH);
    assertThat(request.premiumAsset()).isEmpty();
    assertThat(request.makers()).isEmpty();
    assertThat(request.validUntil()).isEmpty();
    assertThat(request.auctionDeadline()).isEmpty();
    assertThat(request.domain()).isEmpty();
  }

  @Test
  void readsTheOptionalFields() {
    RfqRequest request =
        request(
            with(
                """
                "id": "inner", "createdAt": 1798000000, "validUntil": 1798000060000,
                "auctionDeadline": 1798000002500, "makers": ["0xAbC"], "isPremium": true,
                "premiumAsset": "%s", "isEIP1271": true, "unheardOf": [{}]
                """
                    .formatted(SpecFrames.USDC)));

    assertThat(request.validUntil()).contains(Instant.ofEpochMilli(1798000060000L));
    assertThat(request.auctionDeadline()).contains(Instant.ofEpochMilli(1798000002500L));
    assertThat(request.makers()).containsExactly("0xAbC");
    assertThat(request.premiumAsset()).contains(Address.of(SpecFrames.USDC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0x14a34\"", "\"84532\"", "84532", "\"0x14A34\""})
  void readsTheChainOfADomainInEveryForm(String chainId) {
    RfqRequest request =
        request(
            with(
                """
                "typeDataDomain": {"name": "PremiumOptionHandler", "version": "1",
                 "chainId": %s,
                 "verifyingContract": "0x2000000000000000000000000000000000000002"}
                """
                    .formatted(chainId)));

    assertThat(request.domain())
        .contains(
            new TypedDataDomain(
                Optional.of("PremiumOptionHandler"),
                Optional.of("1"),
                Optional.of(84532L),
                Optional.of(Address.of("0x2000000000000000000000000000000000000002")),
                false));
  }

  @Test
  void seesWhatADomainLacksOrHasTooMuch() {
    RfqRequest request = request(with("\"typeDataDomain\": {\"name\": \"\", \"salt\": \"0x00\"}"));

    assertThat(request.domain())
        .contains(
            new TypedDataDomain(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true));
  }

  @Test
  void anAbsentTakerBuyMeansThatTheTakerSells() {
    assertThat(request(without("isTakerBuy")).isTakerBuy()).isFalse();
  }

  @Test
  void emptyPremiumAssetMeansNone() {
    RfqRequest request = request(with("\"premiumAsset\": \"\""));

    assertThat(request.premiumAsset()).isEmpty();
    assertThat(request.echo()).doesNotContainKey("premiumAsset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usd", "collateralAsset", "assetName", "taker"})
  void readsRequestsThatLackWhatIsOptional(String field) {
    assertThat(RfqFrame.parse(without(field))).isInstanceOf(RfqFrame.Request.class);
  }

  @Test
  void echoesTextsExactlyAsTheyCame() {
    String mixedCase = "0xB67bFA7b488dF4f2EFA874f4e59242e9130ae61f";
    String text =
        SpecFrames.RFQ
            .replace("\"asset\": \"" + SpecFrames.WETH, "\"asset\": \"" + mixedCase)
            .replace("\"300000000000\"", "\"0300000000000\"");

    RfqRequest request = request(text);

    assertThat(request.asset()).isEqualTo(WETH);
    assertThat(request.strike()).isEqualTo("300000000000");
    assertThat(request.echo())
        .containsEntry("assetAddress", TextNode.valueOf(mixedCase))
        .containsEntry("strike", TextNode.valueOf("0300000000000"));
  }

  @Test
  void echoesAmountsThatCameAsNumbersAsTexts() {
    RfqRequest request =
        request(
            SpecFrames.RFQ
                .replace("\"1000000000000000000\"", "1e18")
                .replace("\"300000000000\"", "300000000000"));

    assertThat(request.echo())
        .containsEntry("quantity", TextNode.valueOf("1000000000000000000"))
        .containsEntry("strike", TextNode.valueOf("300000000000"));
  }

  @Test
  void equalRequestsAreEqualWhateverTheirSpacing() {
    assertThat(request(SpecFrames.RFQ)).isEqualTo(request(SpecFrames.RFQ.replace(" ", "")));
    assertThat(request(SpecFrames.RFQ))
        .isNotEqualTo(request(SpecFrames.RFQ.replace("300000000000", "310000000000")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1000000000000000000\"|\"0\"|quantity",
        "\"1000000000000000000\"|\"-1\"|quantity",
        "\"1000000000000000000\"|\"1.5\"|quantity",
        "\"1000000000000000000\"|\"340282366920938463463374607431768211456\"|quantity",
        "\"300000000000\"|\"0\"|strike",
        "\"300000000000\"|\"NaN\"|strike",
        "\"isPut\": false|\"isPut\": \"false\"|isPut",
        "\"isTakerBuy\": false|\"isTakerBuy\": 0|isTakerBuy",
        "1798185600|99999999999999|expiry",
        "84532|null|chainId",
        "84532|\"\"|chainId",
        "\"usd\": \"0x98d56648|\"usd\": \"0x98|usd"
      })
  void impossibleTermsAreUnreadableWithTheRequestsId(String found, String broken, String field) {
    assertThat(RfqFrame.parse(SpecFrames.RFQ.replace(found, broken)))
        .isInstanceOfSatisfying(
            RfqFrame.Unreadable.class,
            frame -> {
              assertThat(frame.id()).contains(SpecFrames.RFQ_ID);
              assertThat(frame.problem()).contains(field);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[]", "{}", "{\"id\":7}", "{\"id\":\" \"}", "{\"id\":null}"})
  void whatIsNoRequestHasNoId(String text) {
    assertThat(RfqFrame.parse(text))
        .isInstanceOfSatisfying(
            RfqFrame.Unreadable.class, frame -> assertThat(frame.id()).isEmpty());
  }

  @Test
  void anIdThatIsTooLongIsNone() {
    assertThat(RfqFrame.parse(SpecFrames.RFQ.replace(SpecFrames.RFQ_ID, "x".repeat(257))))
        .isInstanceOfSatisfying(
            RfqFrame.Unreadable.class, frame -> assertThat(frame.id()).isEmpty());
  }

  @Test
  void blankFramesAreBlank() {
    assertThat(RfqFrame.parse(" ")).isEqualTo(new RfqFrame.Blank());
  }

  private static String with(String fields) {
    return SpecFrames.RFQ.replace("\"assetName\"", fields.strip() + ", \"assetName\"");
  }

  private static String without(String field) {
    return SpecFrames.RFQ.replace("\"" + field + "\"", "\"was" + field + "\"");
  }

  private static RfqRequest request(String text) {
    return ((RfqFrame.Request) RfqFrame.parse(text)).request();
  }
}
