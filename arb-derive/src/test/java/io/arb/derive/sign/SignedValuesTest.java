package io.arb.derive.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Side;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedValuesTest {
  static Stream<JsonNode> scaling() {
    return SigningVectors.rows("scaling");
  }

  static Stream<JsonNode> scalingOfV3() {
    return scaling().filter(row -> row.get("v3Accepts").asBoolean());
  }

  static Stream<JsonNode> optionSubIds() {
    return SigningVectors.rows("optionSubIds");
  }

  static Stream<JsonNode> refusedTrades() {
    return SigningVectors.rows("rejections").filter(row -> row.path("input").has("limitPrice"));
  }

  static Stream<JsonNode> refusedStrikes() {
    return SigningVectors.rows("rejections").filter(row -> row.path("input").has("strike"));
  }

  static Stream<JsonNode> refusedNonces() {
    return SigningVectors.rows("rejections").filter(row -> row.path("input").has("nonce"));
  }

  @ParameterizedTest
  @MethodSource("scaling")
  void scalesExactlyByTenToTheEighteenth(JsonNode row) {
    assertThat(Precision.V2.signed("amount", SigningVectors.decimal(row, "decimal")))
        .isEqualTo(new BigInteger(row.get("scaledE18").asText()));
  }

  @ParameterizedTest
  @MethodSource("scalingOfV3")
  void scalesTheSameInV3(JsonNode row) {
    assertThat(Precision.V3.unsigned("maxFee", SigningVectors.decimal(row, "decimal")))
        .isEqualTo(new BigInteger(row.get("scaledE18").asText()));
  }

  @Test
  void v3RefusesTheThirteenthDecimal() {
    assertThatThrownBy(() -> Precision.V3.signed("amount", new BigDecimal("0.0000000000001")))
        .hasMessage("amount allows 12 decimals, got 0.0000000000001");
  }

  @Test
  void v3RefusesWhatDoesNotFitItsWords() {
    BigDecimal twoPow127 = new BigDecimal(BigInteger.ONE.shiftLeft(127)).movePointLeft(18);
    BigDecimal onlyUnsigned = twoPow127.setScale(12, RoundingMode.CEILING);

    assertThatThrownBy(() -> Precision.V3.signed("limitPrice", onlyUnsigned))
        .hasMessageContaining("limitPrice does not fit 128 bits");
    assertThat(Precision.V3.unsigned("maxFee", onlyUnsigned)).isPositive();
  }

  @Test
  void equalValuesSignTheSame() {
    assertThat(Precision.V3.signed("amount", new BigDecimal("0.10")))
        .isEqualTo(Precision.V3.signed("amount", new BigDecimal("0.1")));
  }

  @ParameterizedTest
  @MethodSource("refusedTrades")
  void refusesTradesThatCannotBeSigned(JsonNode row) {
    for (JsonNode generation : row.get("generations")) {
      assertRefused(() -> trade(row.get("input")).encode(precision(generation)));
    }
  }

  @ParameterizedTest
  @MethodSource("optionSubIds")
  void composesOptionSubIds(JsonNode row) {
    assertThat(subId(row)).isEqualTo(new BigInteger(row.get("subId").asText()));
  }

  @ParameterizedTest
  @MethodSource("refusedStrikes")
  void refusesOptionsThatHaveNoSubId(JsonNode row) {
    assertRefused(() -> subId(row.get("input")));
  }

  @ParameterizedTest
  @MethodSource("refusedNonces")
  void refusesNoncesThatWouldNotArrive(JsonNode row) {
    BigInteger nonce = new BigInteger(row.at("/input/nonce").asText());
    for (JsonNode generation : row.get("generations")) {
      assertRefused(() -> form(generation).checked(nonce));
    }
  }

  @Test
  void v3NonceIsTheStamp() {
    ClientOrderId id = new ClientOrderId(1_791_273_600_123_456_000L);
    assertThat(NonceForm.NANOSECONDS.nonce(id)).isEqualTo("1791273600123456000");
  }

  @Test
  void v2NonceIsTheStampInMicroseconds() {
    ClientOrderId id = new ClientOrderId(1_700_000_000_123_456_000L);
    assertThat(NonceForm.MICROSECONDS.nonce(id)).isEqualTo("1700000000123456");
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000L, 1_791_273_600_123_456_000L, 9_007_199_254_740_991_000L})
  void nonceNamesItsOrder(long stamp) {
    ClientOrderId id = new ClientOrderId(stamp);
    assertThat(NonceForm.values())
        .allSatisfy(form -> assertThat(form.orderId(form.nonce(id))).contains(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1791273600123456789", "18446744073709551000"})
  void foreignNonceNamesNoOrder(String nonce) {
    assertThat(NonceForm.NANOSECONDS.orderId(new BigInteger(nonce))).isEmpty();
  }

  @Test
  void legsMustBeOrderedByName() {
    List<RfqLeg> legs = SigningVectors.legs(SigningVectors.section("rfq").get(0)).reversed();

    assertRefused(() -> new QuoteData(Side.BUY, BigDecimal.ONE, legs));
    assertRefused(() -> new ExecuteData(Side.BUY, BigDecimal.ONE, legs));
  }

  @Test
  void legsMustBeUnique() {
    RfqLeg leg = SigningVectors.legs(SigningVectors.section("rfq").get(0)).getFirst();

    assertRefused(() -> new QuoteData(Side.BUY, BigDecimal.ONE, List.of(leg, leg)));
  }

  private static TradeData trade(JsonNode input) {
    return new TradeData(
        Address.ZERO,
        BigInteger.ZERO,
        SigningVectors.decimal(input, "limitPrice"),
        SigningVectors.decimal(input, "amount"),
        SigningVectors.decimal(input, "maxFee"),
        1,
        true);
  }

  private static Precision precision(JsonNode generation) {
    return generation.asText().equals("v2") ? Precision.V2 : Precision.V3;
  }

  private static NonceForm form(JsonNode generation) {
    return generation.asText().equals("v2") ? NonceForm.MICROSECONDS : NonceForm.NANOSECONDS;
  }

  private static BigInteger subId(JsonNode row) {
    return OptionSubId.of(
        SigningVectors.decimal(row, "strike"),
        row.get("expirySec").asLong(),
        row.get("isCall").asBoolean() ? OptionType.CALL : OptionType.PUT);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
