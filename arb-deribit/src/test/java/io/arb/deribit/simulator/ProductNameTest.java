package io.arb.deribit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names against check values. */
final class ProductNameTest {
  static Stream<JsonNode> options() {
    return Vectors.all(Vectors.read("deribit-instrument-names").path("valid"))
        .filter(each -> each.path("kind").asText().equals("option"))
        .filter(
            each ->
                each.path("instrument_type").asText().equals("reversed")
                    || each.path("settlement_currency").asText().equals("USDC"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void namesAnOption(JsonNode each) {
    Instant expiry = Instant.ofEpochMilli(each.path("expiration_timestamp").asLong());
    String base = each.path("base").asText();
    String strike = each.path("strike").asText();
    Instrument option =
        each.path("option_type").asText().equals("call")
            ? Option.call(base, expiry, strike)
            : Option.put(base, expiry, strike);
    Flavour flavour =
        each.path("instrument_type").asText().equals("reversed") ? Flavour.INVERSE : Flavour.LINEAR;

    assertThat(ProductName.of(option, flavour)).isEqualTo(each.path("name").asText());
  }

  @Test
  void namesPerpetuals() {
    assertThat(ProductName.of(Perpetual.of("ETH"), Flavour.INVERSE)).isEqualTo("ETH-PERPETUAL");
    assertThat(ProductName.of(Perpetual.of("ETH"), Flavour.LINEAR)).isEqualTo("ETH_USDC-PERPETUAL");
  }

  @Test
  void writesPlainDigitsForOrdersInBitcoin() {
    Product bitcoin = Product.of(Perpetual.of("BTC"), Flavour.INVERSE, 1);
    Floor floor = new Floor(new Valuation(Exchange.stillMarket()));

    assertThat(floor.nextOrderId(bitcoin)).matches("\\d+");
  }
}
