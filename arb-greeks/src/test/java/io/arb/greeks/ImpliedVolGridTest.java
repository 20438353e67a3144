package io.arb.greeks;

import static io.arb.greeks.ImpliedVolSolver.Status.AT_INTRINSIC;
import static io.arb.greeks.ImpliedVolSolver.Status.AT_MAXIMUM;
import static io.arb.greeks.ImpliedVolSolver.Status.BELOW_INTRINSIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.greeks.ImpliedVol.AboveMaximum;
import io.arb.greeks.ImpliedVol.AtIntrinsic;
import io.arb.greeks.ImpliedVol.BelowIntrinsic;
import io.arb.greeks.ImpliedVol.Solved;
import io.arb.greeks.ImpliedVolSolver.Status;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 6,767 prices over all markets and 2,740 around the borders of the solver's regions and beyond
 * (deviations up to 21, distances up to 240, forwards of any magnitude), with volatilities computed
 * with 70 and 60 digits.
 */
class ImpliedVolGridTest {
  private static final List<ImpliedVolRow> ROWS = ImpliedVolRow.read("implied-vol.csv.gz");
  private static final List<ImpliedVolRow> BORDERS =
      ImpliedVolRow.read("implied-vol-borders.csv.gz");

  @ParameterizedTest
  @CsvSource({
    "moderate, 2000",
    "deep_otm, 1200",
    "short_dated, 1000",
    "high_vol, 500",
    "atm_exact, 150",
    "atm_near, 300",
    "itm, 700",
    "itm_deep, 88",
    "extreme_x, 246",
    "tiny_price, 150",
    "intrinsic, 65",
    "boundary, 24"
  })
  void noPriceTellsMoreThanTheAnswerDoes(String kind, int count) {
    var rows = ROWS.stream().filter(row -> row.is(kind, "ok")).toList();

    assertThat(rows).hasSize(count).allSatisfy(row -> row.assertAdmissible(row.lowest()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "series_border",
        "distance_border",
        "near_border",
        "high_border",
        "far",
        "huge_s",
        "coin_scale",
        "subnormal_near",
        "tick_price",
        "plain",
        "wide"
      })
  void noDigitIsLostAtTheBordersOfRegions(String kind) {
    var rows = BORDERS.stream().filter(row -> row.is(kind, "ok")).toList();

    assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> row.assertAdmissible(row.lowest()));
  }

  @Test
  void priceWithinAnUlpAboveIntrinsicIsUndeterminedOrSmallEnough() {
    var rows = ROWS.stream().filter(row -> row.status().equals("undetermined")).toList();
    var solved = rows.stream().filter(row -> row.solve() != 0).toList();

    assertThat(rows).hasSize(74);
    assertThat(solved).allSatisfy(row -> row.assertAdmissible(0));
  }

  @Test
  void priceAtIntrinsicGetsNoMadeUpVolatility() {
    assertOnly("at_intrinsic", 183, AT_INTRINSIC);
  }

  @Test
  void priceUnderIntrinsicIsAnArbitrage() {
    assertOnly("below_intrinsic", 35, BELOW_INTRINSIC);
  }

  @Test
  void priceOverTheMaximumIsAnArbitrage() {
    assertOnly("above_max", 24, AT_MAXIMUM);
  }

  @Test
  void priceAtTheMaximumHasNoFiniteVolatility() {
    assertOnly("at_max", 28, AT_MAXIMUM);
  }

  private static void assertOnly(String kind, int count, Status expected) {
    var rows = ROWS.stream().filter(row -> row.status().equals(kind)).toList();
    assertThat(rows)
        .hasSize(count)
        .extracting(row -> Status.of(row.solve()))
        .containsOnly(expected);
  }

  @Test
  void recordsAndBatchSayWhatTheSolverSays() {
    var rows = Stream.concat(ROWS.stream(), BORDERS.stream()).toList();

    assertThat(ImpliedVolRow.solveTogether(rows))
        .containsExactly(rows.stream().mapToDouble(ImpliedVolRow::solve).toArray());
    assertThat(rows)
        .allSatisfy(row -> assertThat(result(row.solveToRecord())).isEqualTo(row.solve()));
  }

  private static double result(ImpliedVol record) {
    return switch (record) {
      case Solved solved -> solved.volFraction();
      case AtIntrinsic at -> 0;
      case BelowIntrinsic below -> Double.NEGATIVE_INFINITY;
      case AboveMaximum above -> Double.POSITIVE_INFINITY;
      case ImpliedVol.Invalid invalid -> Double.NaN;
    };
  }
}
