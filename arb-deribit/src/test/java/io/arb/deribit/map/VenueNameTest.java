package io.arb.deribit.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.deribit.Vectors;
import io.arb.deribit.map.VenueName.Product;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VenueNameTest {
  private static final Naming LINEAR = new Naming(Family.LINEAR, Family.LINEAR);
  private static final Naming INVERSE = new Naming(Family.INVERSE, Family.LINEAR);

  static Stream<JsonNode> valid() {
    return Vectors.each(Vectors.read("instrument-names").get("valid"));
  }

  static Stream<JsonNode> invalid() {
    return Vectors.each(Vectors.read("instrument-names").get("invalid"));
  }

  @Test
  void allVectorsAreThere() {
    assertThat(valid()).hasSize(64);
    assertThat(invalid()).hasSize(28);
  }

  @ParameterizedTest
  @MethodSource("valid")
  void nameSurvivesParsingAndWriting(JsonNode vector) {
    String name = vector.get("name").asText();

    VenueName parsed = VenueName.parse(name).orElseThrow();

    assertThat(parsed).hasToString(name);
    assertThat(parsed.base()).isEqualTo(vector.get("base").asText());
    assertThat(kind(parsed)).isEqualTo(vector.get("kind").asText());
    assertThat(parsed.isInverse() ? "reversed" : "linear")
        .isEqualTo(vector.get("instrument_type").asText());
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anythingElseIsNoName(JsonNode vector) {
    assertThat(VenueName.parse(vector.get("name").asText()))
        .as(vector.get("why").asText())
        .isEmpty();
  }

  static Stream<JsonNode> options() {
    return valid().filter(vector -> vector.get("kind").asText().equals("option"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void optionHasTheStrikeSideAndInstantOfItsName(JsonNode vector) {
    String name = vector.get("name").asText();
    Naming naming = name.contains("_USDC") ? LINEAR : INVERSE;

    Option option = (Option) naming.instrument(name).orElseThrow();

    assertThat(option.strike()).hasToString(vector.get("strike").asText());
    assertThat(option.expiry().toEpochMilli())
        .isEqualTo(vector.get("expiration_timestamp").asLong());
    assertThat(option.type().name().toLowerCase(Locale.ROOT))
        .isEqualTo(vector.get("option_type").asText());
    assertThat(naming.settlementCurrency(option))
        .isEqualTo(vector.get("settlement_currency").asText());
    assertThat(option.symbol()).isEqualTo(vector.get("neutral_name").asText());
    assertThat(naming.name(option)).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("options")
  void otherFamilyIsAnotherInstrument(JsonNode vector) {
    String name = vector.get("name").asText();
    Naming other = name.contains("_USDC") ? INVERSE : LINEAR;

    assertThat(other.instrument(name)).isEmpty();
  }

  @Test
  void oneOptionOfTheModelHasANameInEachFamily() {
    Option option = Option.call("ETH", Instant.parse("2023-12-25T08:00:00Z"), "3000");

    assertThat(LINEAR.name(option)).isEqualTo("ETH_USDC-25DEC23-3000-C");
    assertThat(INVERSE.name(option)).isEqualTo("ETH-25DEC23-3000-C");
  }

  @Test
  void perpetualOfTheModelIsTheVenuesPerpetual() {
    Instrument perpetual = Perpetual.of("ETH");

    assertThat(LINEAR.name(perpetual)).isEqualTo("ETH_USDC-PERPETUAL");
    assertThat(LINEAR.instrument("ETH_USDC-PERPETUAL")).contains(perpetual);
    assertThat(LINEAR.instrument("ETH-PERPETUAL")).isEmpty();
    assertThat(LINEAR.instrument("ETH_USDT-PERPETUAL")).isEmpty();
  }

  @Test
  void datedFuturesSpotAndCombosAreNotInTheModel() {
    assertThat(
            Stream.of("ETH_USDC-31JUL26", "ETH_USDC", "ETH_USDC-PSR12-17JUL26-1800_1650")
                .map(LINEAR::instrument))
        .allMatch(java.util.Optional::isEmpty);
  }

  private static String kind(VenueName name) {
    return switch (name.product()) {
      case Product.OptionProduct option -> "option";
      case Product.PerpetualFuture perpetual -> "future";
      case Product.DatedFuture future -> "future";
      case Product.Spot spot -> "spot";
      case Product.Combo(String code, String legs) ->
          code.equals("FS") ? "future_combo" : "option_combo";
    };
  }
}
