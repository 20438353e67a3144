package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final JsonNode ARITHMETIC = read();

  @Test
  void computesPremiumsAndOptionTokensOfTheVectors() {
    assertThat(ARITHMETIC.get("premium"))
        .hasSize(4)
        .allSatisfy(
            json -> {
              BigInteger quantity = number(json, "quantity");
              assertThat(Settlement.premium(quantity, number(json, "price"), 6))
                  .isEqualTo(number(json, "premiumUsdUnits"));
              assertThat(Settlement.optionTokens(quantity))
                  .isEqualTo(number(json, "otokenAmountE8"));
            });
  }

  @Test
  void computesTheFeeOfAnObservedTrade() {
    JsonNode trade = ARITHMETIC.get("observedTrade");
    BigInteger premium = Settlement.premium(number(trade, "quantity"), number(trade, "price"), 6);

    assertThat(Settlement.fee(premium, new BigDecimal("0.125"))).isEqualTo(number(trade, "fees"));
  }

  @Test
  void computesTheAprOfAnObservedTrade() {
    JsonNode trade = ARITHMETIC.get("observedTrade");

    assertThat(
            Settlement.callApr(
                number(trade, "price"),
                number(trade, "mark"),
                trade.get("createdAt").longValue(),
                trade.get("expiry").longValue()))
        .isEqualTo("45.59");
  }

  @Test
  void floorsFractionsOfTheSmallestUnit() {
    BigInteger tinyPrice = new BigInteger("999999999999");
    BigInteger oneUnit = BigInteger.TEN.pow(18);

    assertThat(Settlement.premium(oneUnit, tinyPrice, 6)).isZero();
    assertThat(Settlement.fee(BigInteger.valueOf(15), new BigDecimal("0.125"))).isOne();
    assertThat(Settlement.optionTokens(BigInteger.TEN.pow(10).subtract(BigInteger.ONE))).isZero();
  }

  private static BigInteger number(JsonNode json, String field) {
    return new BigInteger(json.get(field).textValue());
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(
            SettlementTest.class.getResourceAsStream("/io/arb/rysk/sign/rysk-eip712.json"))) {
      return new ObjectMapper().readTree(in).get("arithmetic");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
