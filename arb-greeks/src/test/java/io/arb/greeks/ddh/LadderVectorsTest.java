package io.arb.greeks.ddh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.JsonVectors;
import io.arb.greeks.OptionType;
import io.arb.greeks.ddh.LadderParameters.Solution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rung of the reference ladders, computed there with 50 digits. */
class LadderVectorsTest {
  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  static Stream<Arguments> ladders() {
    return JsonVectors.elements(JsonVectors.read("hedge-bands.json.gz").get("ladders"))
        .map(node -> Arguments.of(node.get("name").asText(), node));
  }

  @Test
  void seesEveryLadder() {
    assertThat(ladders()).hasSize(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ladders")
  void exactRungsHaveTheReferencesDigits(String name, JsonNode ladder) {
    for (HedgeSide side : HedgeSide.values()) {
      List<Rung> rungs = rungs(ladder, side, Solution.EXACT);
      List<JsonNode> expected = reachable(ladder, side);

      assertThat(rungs).hasSameSizeAs(expected);
      for (int i = 0; i < rungs.size(); i++) {
        double price = expected.get(i).get("price").asDouble();
        assertThat(rungs.get(i).priceUsd()).isCloseTo(price, within(1e-11 * price));
        assertThat(rungs.get(i).amount()).isEqualTo(ladder.get("rung_size").asDouble());
        assertThat(rungs.get(i).number()).isEqualTo(Math.abs(expected.get(i).get("rung").asInt()));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ladders")
  void firstOrderRungsHaveTheReferencesDigits(String name, JsonNode ladder) {
    for (HedgeSide side : HedgeSide.values()) {
      List<Rung> rungs = rungs(ladder, side, Solution.FIRST_ORDER);
      List<JsonNode> expected = reachable(ladder, side);

      for (int i = 0; i < expected.size(); i++) {
        double price = expected.get(i).get("first_order_price").asDouble();
        assertThat(rungs.get(i).priceUsd()).isCloseTo(price, within(1e-11 * price));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ladders")
  void everyFillBringsDeltaBackToZero(String name, JsonNode ladder) {
    double size = ladder.get("rung_size").asDouble();
    for (HedgeSide side : HedgeSide.values()) {
      double filled = 0;
      for (Rung rung : rungs(ladder, side, Solution.EXACT)) {
        double before = profile(ladder).deltaAt(rung.priceUsd()) + filled;
        filled += side.sign() * rung.amount();

        assertThat(before).isCloseTo(-side.sign() * size, within(1e-9));
        assertThat(before + side.sign() * rung.amount()).isCloseTo(0, within(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ladders")
  void theHedgeLeavesTheGammaOfTheReference(String name, JsonNode ladder) {
    PortfolioProfile profile = profile(ladder);
    double gamma = ladder.get("gamma_at_S0").asDouble();

    assertThat(profile.deltaAt(ladder.get("S0").asDouble())).isCloseTo(0, within(1e-12));
    assertThat(profile.gammaAt(ladder.get("S0").asDouble()))
        .isCloseTo(gamma, within(1e-12 * gamma));
  }

  private static List<Rung> rungs(JsonNode ladder, HedgeSide side, Solution solution) {
    long count =
        JsonVectors.elements(ladder.get("rungs"))
            .filter(rung -> side == side(rung.get("side").asText()))
            .count();
    double spot = ladder.get("S0").asDouble();
    var parameters =
        new LadderParameters(ladder.get("rung_size").asDouble(), (int) count, spot / 2, solution);
    return GammaLadder.rungs(side, profile(ladder), spot, parameters);
  }

  private static List<JsonNode> reachable(JsonNode ladder, HedgeSide side) {
    return JsonVectors.elements(ladder.get("rungs"))
        .filter(rung -> side == side(rung.get("side").asText()))
        .filter(rung -> !rung.get("price").isNull())
        .sorted((a, b) -> Math.abs(a.get("rung").asInt()) - Math.abs(b.get("rung").asInt()))
        .toList();
  }

  private static HedgeSide side(String word) {
    return word.equals("buy") ? HedgeSide.BUY : HedgeSide.SELL;
  }

  private static PortfolioProfile profile(JsonNode ladder) {
    double seconds = ladder.get("T").asDouble() * SECONDS_PER_YEAR;
    List<OptionLeg> legs =
        JsonVectors.elements(ladder.get("legs"))
            .map(
                leg ->
                    new OptionLeg(
                        leg.get("quantity").asDouble(),
                        leg.get("type").asText().equals("C") ? OptionType.CALL : OptionType.PUT,
                        leg.get("K").asDouble(),
                        seconds,
                        leg.get("sigma").asDouble(),
                        1))
            .toList();
    return new PortfolioProfile(legs, ladder.get("hedge_at_S0").asDouble());
  }
}
