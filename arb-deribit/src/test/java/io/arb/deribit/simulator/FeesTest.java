package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Vectors.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fee arithmetic against check values. */
final class FeesTest {
  static Stream<JsonNode> trades() {
    return Vectors.all(Vectors.read("deribit-fees").path("cases"))
        .filter(each -> each.path("product").asText().endsWith("trade"));
  }

  static Stream<JsonNode> deliveries() {
    return Vectors.all(Vectors.read("deribit-fees").path("cases"))
        .filter(each -> each.path("product").asText().endsWith("delivery"));
  }

  private static Product product(JsonNode each) {
    String words = each.path("product").asText();
    Instrument instrument =
        words.contains("option")
            ? Option.call("BTC", Instant.parse("2026-12-25T08:00:00Z"), "100000")
            : Perpetual.of("BTC");
    BigDecimal rate = decimal(each, "rate");
    Terms terms = new Terms(PriceGrid.flat("0.0001"), BigDecimal.ONE, BigDecimal.ONE, rate, rate);
    Flavour flavour = words.contains("inverse") ? Flavour.INVERSE : Flavour.LINEAR;
    return new Product(instrument, flavour, each.path("id").asText(), 1, terms);
  }

  @ParameterizedTest
  @MethodSource("trades")
  void chargesATrade(JsonNode each) {
    BigDecimal amount = each.has("amount") ? decimal(each, "amount") : decimal(each, "amount_usd");
    BigDecimal index = each.has("index_price") ? decimal(each, "index_price") : BigDecimal.ONE;

    assertThat(Fees.trade(product(each), Liquidity.TAKER, amount, decimal(each, "price"), index))
        .isEqualByComparingTo(Coins.round(decimal(each, "fee")));
  }

  @ParameterizedTest
  @MethodSource("deliveries")
  void chargesADelivery(JsonNode each) {
    assertThat(
            Fees.delivery(
                product(each),
                decimal(each, "amount"),
                decimal(each, "settlement_value_per_coin"),
                BigDecimal.TEN))
        .isEqualByComparingTo(decimal(each, "fee"));
  }
}
