package io.arb.greeks.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.JsonVectors;
import io.arb.greeks.OptionType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every band of the reference file, computed there with 50 digits. */
class HedgeBandVectorsTest {
  private static final JsonNode FILE = JsonVectors.read("hedge-bands.json.gz");
  private static final double DIGITS = 1e-13;

  static Stream<Arguments> cases() {
    return JsonVectors.elements(FILE.get("cases"))
        .map(node -> Arguments.of(node.get("name").asText(), node));
  }

  static Stream<JsonNode> lelandRows() {
    return JsonVectors.elements(FILE.get("leland"));
  }

  static Stream<JsonNode> scalingRows() {
    return JsonVectors.elements(FILE.get("portfolio_scaling"));
  }

  @Test
  void seesEveryCase() {
    assertThat(cases()).hasSize(37);
    assertThat(lelandRows()).hasSize(6);
    assertThat(scalingRows()).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whalleyWilmottHasAllDigits(String name, JsonNode row) {
    var band = new WhalleyWilmott(number(row, "lambda"), number(row, "risk_aversion"));

    assertClose(band.halfWidth(position(row)), row.get("ww_half_width"));
    assertHoldings(row, band, row.get("ww_band_delta"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void zakamoulineHasAllDigits(String name, JsonNode row) {
    var band = new Zakamouline(number(row, "lambda"), number(row, "risk_aversion"));
    HedgedPosition position = position(row);

    assertClose(band.h0(position), row.get("zak_H0"));
    assertClose(band.h1(position), row.get("zak_H1"));
    assertClose(band.varianceChange(position), row.get("zak_K"));
    assertClose(band.hedgingVol(position), row.get("zak_sigma_m"));
    assertHoldings(row, band, row.get("zak_band_delta"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void positionsOfOneOptionHaveItsGreeks(String name, JsonNode row) {
    HedgedPosition position = position(row);

    assertClose(sign(row) * position.delta(), row.get("bs_delta"));
    assertClose(sign(row) * position.gamma(), row.get("bs_gamma"));
  }

  @ParameterizedTest
  @MethodSource("lelandRows")
  void lelandHasAllDigits(JsonNode row) {
    var band = new Leland(number(row, "lambda_one_way"), number(row, "dt_years"));
    double vol = number(row, "sigma");

    assertClose(band.number(vol), row.get("leland_number"));
    assertClose(band.hedgingVol(vol, true), row.get("sigma_short_option"));
    assertClose(band.hedgingVol(vol, false), row.get("sigma_long_option"));
  }

  @ParameterizedTest
  @MethodSource("scalingRows")
  void widthsGrowWithThePowerTwoThirdsOfThePosition(JsonNode row) {
    double gamma = number(row, "portfolio_gamma");
    var position = new HedgedPosition(number(row, "S"), 30 / 365.0, 0.55, 0, 0, gamma, scale -> 0);

    double halfWidth =
        new WhalleyWilmott(number(row, "lambda"), number(row, "risk_aversion")).halfWidth(position);

    assertClose(halfWidth, row.get("ww_half_width_coins"));
    assertClose(halfWidth / gamma, row.get("price_move_to_edge"));
  }

  /** A short position is hedged by holding its delta, a long one by being short of it. */
  private static void assertHoldings(JsonNode row, HedgeBand band, JsonNode expected) {
    DeltaBand around = band.around(position(row));
    double lower = expected.get(0).asDouble();
    double upper = expected.get(1).asDouble();
    boolean isShort = sign(row) < 0;

    assertThat(around.lowestHolding()).isCloseTo(isShort ? lower : -upper, within(DIGITS));
    assertThat(around.highestHolding()).isCloseTo(isShort ? upper : -lower, within(DIGITS));
  }

  private static void assertClose(double actual, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, within(DIGITS * Math.abs(value)));
  }

  private static int sign(JsonNode row) {
    return row.get("side").asText().equals("short") ? -1 : 1;
  }

  private static HedgedPosition position(JsonNode row) {
    OptionType type = row.get("type").asText().equals("C") ? OptionType.CALL : OptionType.PUT;
    return HedgedPosition.ofOption(
        sign(row),
        type,
        number(row, "S"),
        number(row, "K"),
        number(row, "T"),
        number(row, "sigma"),
        number(row, "r"));
  }

  private static double number(JsonNode row, String field) {
    return row.get(field).asDouble();
  }
}
