package io.arb.greeks.hedgesim;

import static io.arb.greeks.hedgesim.PublishedTable.BANDS;
import static io.arb.greeks.hedgesim.PublishedTable.DERMAN_KAMAL;
import static io.arb.greeks.hedgesim.PublishedTable.HULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.greeks.JsonVectors;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published tables with fewer paths than stand behind them. Every comparison allows four
 * standard errors of the run, and of the reference where it has one, and no more.
 */
class PublishedTablesTest {
  private static final JsonNode FILE = JsonVectors.read("hedge-sim.json.gz");
  private static final double ERRORS = 4;
  private static final long SEED = 20_261_122;
  private static final int THREADS = 2;

  /** Of a band: each has 500 steps. */
  private static final int PATHS = 128;

  static Stream<Arguments> hullRows() {
    JsonNode node = FILE.get("hull_performance");
    List<PublishedRow> rows = HULL.rows(4_096, SEED);
    int weeks = node.get("weeks").size();
    return IntStream.range(0, 2 * weeks)
        .mapToObj(
            i ->
                Arguments.of(
                    rows.get(i).rule(),
                    rows.get(i),
                    reference(node, i < weeks ? "delta" : "stop_loss", i % weeks)));
  }

  /** Published, measured with many paths, standard error of that. */
  private static double[] reference(JsonNode node, String rule, int row) {
    String measured = rule.equals("delta") ? "measured_delta" : "measured_stop_loss";
    String errors = rule.equals("delta") ? measured + "_no_interest_se" : measured + "_se";
    return new double[] {
      node.get("published_" + rule).get(row).asDouble(),
      node.get(measured + "_no_interest").get(row).asDouble(),
      node.get(errors).get(row).asDouble()
    };
  }

  static Stream<Arguments> bandRows() {
    List<PublishedRow> rows = BANDS.rows(PATHS, SEED);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> Arguments.of(rows.get(i).rule(), rows.get(i), bandReference(i)));
  }

  private static JsonNode bandReference(int row) {
    return FILE.get("band_frontier").get("rows").get(row);
  }

  @Test
  void hasEveryRow() {
    assertThat(hullRows()).hasSize(12);
    assertThat(bandRows()).hasSize(FILE.get("band_frontier").get("rows").size()).hasSize(28);
    assertThat(DERMAN_KAMAL.rows(2, 1)).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hullRows")
  void hullsPerformanceOfHedging(String rule, PublishedRow row, double[] reference) {
    PublishedValue value = row.values().getFirst();
    Estimate measured = value.measured().apply(row.simulation().run(THREADS));

    double error = Math.hypot(measured.standardError(), reference[2]);
    assertThat(value.published()).isEqualTo(reference[0]);
    assertThat(measured.standardError()).isLessThan(0.02);
    assertThat(measured.value()).isCloseTo(reference[1], within(ERRORS * error));
    assertThat(measured.value()).isCloseTo(reference[0], within(0.005 + ERRORS * error));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bandRows")
  void costAndRiskOfEveryBand(String rule, PublishedRow row, JsonNode reference) {
    SimulationResult result = row.simulation().run(THREADS);

    double fromManyPaths = 1 + Math.sqrt(PATHS / 60_000.0);
    assertThat(row.values().get(0).published()).isEqualTo(reference.get("mean_cost").asDouble());
    assertThat(row.values().get(1).published()).isEqualTo(reference.get("std_pnl").asDouble());
    assertAgrees(result.meanCost(), reference.get("mean_cost"), fromManyPaths);
    assertAgrees(result.meanPnl(), reference.get("mean_pnl"), fromManyPaths);
    assertAgrees(result.stdPnl(), reference.get("std_pnl"), fromManyPaths);
  }

  private static void assertAgrees(Estimate measured, JsonNode reference, double widening) {
    assertThat(measured.value())
        .isCloseTo(reference.asDouble(), within(ERRORS * widening * measured.standardError()));
  }

  @Test
  void atLessCostBandsOfUtilityTheoryLeaveLessRisk() {
    List<PublishedRow> rows = BANDS.rows(PATHS, SEED);

    assertDominates(rows, "Zakamouline, risk aversion 3.0", "Whalley-Wilmott, risk aversion 10.0");
    assertDominates(rows, "Whalley-Wilmott, risk aversion 0.3", "fixed band 0.1");
    assertDominates(rows, "fixed band 0.1", "fixed time, every 50 steps");
  }

  private static void assertDominates(List<PublishedRow> rows, String better, String worse) {
    SimulationResult first = run(rows, better);
    SimulationResult second = run(rows, worse);

    assertThat(first.meanCost().value()).isLessThan(second.meanCost().value());
    assertThat(first.stdPnl().value()).isLessThan(second.stdPnl().value());
  }

  private static SimulationResult run(List<PublishedRow> rows, String rule) {
    return rows.stream()
        .filter(row -> row.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .simulation()
        .run(THREADS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dermanKamalRows")
  void whatIsLeftAfterReplicatingNowAndThen(String rule, PublishedRow row, int i) {
    JsonNode node = FILE.get("derman_kamal");
    SimulationResult result = row.simulation().run(THREADS);

    double std = node.get("measured_std").get(i).asDouble();
    double skewness = node.get("measured_skew").get(i).asDouble();
    assertThat(row.values().get(0).published()).isEqualTo(std);
    assertThat(row.values().get(1).published()).isEqualTo(skewness);
    Estimate measured = row.values().getFirst().measured().apply(result);
    assertThat(measured.value()).isCloseTo(std, within(ERRORS * measured.standardError()));
    assertThat(result.meanPnl().value())
        .isCloseTo(0, within(ERRORS * result.meanPnl().standardError()));
    assertThat(result.skewness().value())
        .isCloseTo(skewness, within(ERRORS * result.skewness().standardError()));
    assertThat(result.excessKurtosis())
        .isCloseTo(node.get("measured_excess_kurtosis").get(i).asDouble(), within(0.6));
  }

  static Stream<Arguments> dermanKamalRows() {
    List<PublishedRow> rows = DERMAN_KAMAL.rows(4_096, SEED);
    return IntStream.range(0, 2).mapToObj(i -> Arguments.of(rows.get(i).rule(), rows.get(i), i));
  }
}
