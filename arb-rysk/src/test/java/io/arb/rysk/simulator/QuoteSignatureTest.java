package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signatures the venue takes for the maker's, and that the maker can pay. */
class QuoteSignatureTest {
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
  void signatureOfAnotherMakerIsBad() {
    ObjectNode quote = TestMaker.SECOND.quote(push.get("result"), "42.5", NONCE);

    assertThat(codeOf(quote.put("maker", TestMaker.FIRST.address().hex()))).isEqualTo(-32012);
  }

  @Test
  void signatureOfAnotherPriceIsBad() {
    assertThat(codeOf(right().put("price", "42600000000000000000"))).isEqualTo(-32012);
  }

  @Test
  void signatureUnderAnotherDomainIsBad() {
    ObjectNode quote = TestMaker.FIRST.signed(right(), RyskChain.BASE_SEPOLIA.domain(Address.ZERO));

    assertThat(codeOf(quote)).isEqualTo(-32012);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "zz", "0x00"})
  void whatIsNoSignatureIsBad(String text) {
    assertThat(codeOf(right().put("signature", text))).isEqualTo(-32012);
  }

  @Test
  void signatureNeedsItsPrefixAndTheVOfEthereum() {
    String signature = right().get("signature").textValue();

    assertThat(codeOf(right().put("signature", signature.substring(2)))).isEqualTo(-32012);
    assertThat(codeOf(right().put("signature", signature.substring(0, 130) + "01")))
        .isEqualTo(-32012);
    assertThat(codeOf(right().put("signature", signature + "00"))).isEqualTo(-32012);
  }

  @Test
  void balanceHasToCoverPremiumAndFee() {
    assertThat(codeOf(signed("2222222222222222222223", "1", 1_798_000_030))).isZero();
    assertThat(codeOf(signed("2222222300000000000000", "2", 1_798_000_030))).isEqualTo(-32014);
  }

  @Test
  void ownDomainOfARequestReplacesTheDefault() {
    Address handler = Address.of("0x1111111111111111111111111111111111111111");
    ObjectNode domain =
        Json.object()
            .put("name", "rysk")
            .put("version", "0.0.0")
            .put("verifyingContract", handler.hex());
    JsonNode special = stage.ask(stage.terms().with("typeDataDomain", domain));
    ObjectNode quote = TestMaker.FIRST.quote(special.get("result"), "42.5", NONCE);

    assertThat(stage.quote(special, quote).at("/error/code").intValue()).isEqualTo(-32012);
    TestMaker.FIRST.signed(quote, RyskChain.BASE_SEPOLIA.domain(handler));
    assertThat(stage.quote(special, quote).path("result").asText()).isEqualTo("OK");
  }
}
