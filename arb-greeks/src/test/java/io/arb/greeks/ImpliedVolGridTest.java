package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.greeks.ImpliedVol.AboveMaximum;
import io.arb.greeks.ImpliedVol.AtIntrinsic;
import io.arb.greeks.ImpliedVol.BelowIntrinsic;
import io.arb.greeks.ImpliedVol.Solved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 6,767 prices with the exact interval of volatilities that one unit in the last place of the price
 * leaves open, computed with 70 digits.
 */
class ImpliedVolGridTest {
  private static final List<Row> ROWS =
      Vectors.rows("implied-vol.csv.gz").stream().map(Row::of).toList();

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

    assertThat(rows).hasSize(count).allSatisfy(row -> row.assertAdmissible(row.lowest));
  }

  @Test
  void priceWithinAnUlpAboveIntrinsicIsUndeterminedOrSmallEnough() {
    var rows = ROWS.stream().filter(row -> row.status.equals("undetermined")).toList();
    var solved = rows.stream().filter(row -> row.solve() instanceof Solved).toList();
    var others = rows.stream().filter(row -> !(row.solve() instanceof Solved)).toList();

    assertThat(rows).hasSize(74);
    assertThat(solved).allSatisfy(row -> row.assertAdmissible(0));
    assertThat(others).extracting(Row::solve).hasOnlyElementsOfType(AtIntrinsic.class);
  }

  @Test
  void priceAtIntrinsicGetsNoMadeUpVolatility() {
    assertOnly("at_intrinsic", 183, AtIntrinsic.class);
  }

  @Test
  void priceUnderIntrinsicIsAnArbitrage() {
    assertOnly("below_intrinsic", 35, BelowIntrinsic.class);
  }

  @Test
  void priceOverTheMaximumIsAnArbitrage() {
    assertOnly("above_max", 24, AboveMaximum.class);
  }

  @Test
  void priceAtTheMaximumHasNoFiniteVolatility() {
    assertOnly("at_max", 28, AboveMaximum.class);
  }

  private static void assertOnly(String status, int count, Class<? extends ImpliedVol> expected) {
    var rows = ROWS.stream().filter(row -> row.status.equals(status)).toList();
    assertThat(rows).hasSize(count).extracting(Row::solve).hasOnlyElementsOfType(expected);
  }

  private record Row(
      String id,
      String kind,
      String status,
      OptionType type,
      double forward,
      double strike,
      double years,
      double price,
      double lowest,
      double highest,
      double condition) {

    static Row of(String[] f) {
      return new Row(
          f[0],
          f[1],
          f[2],
          f[3].equals("C") ? OptionType.CALL : OptionType.PUT,
          Double.parseDouble(f[4]),
          Double.parseDouble(f[5]),
          Double.parseDouble(f[6]),
          Double.parseDouble(f[7]),
          bound(f[9]),
          bound(f[10]),
          bound(f[11]));
    }

    /** Empty where the status leaves none. */
    private static double bound(String text) {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text.replace("inf", "Infinity"));
    }

    boolean is(String kind, String status) {
      return this.kind.equals(kind) && this.status.equals(status);
    }

    ImpliedVol solve() {
      return ImpliedVol.solve(type, price, forward, strike, years);
    }

    void assertAdmissible(double low) {
      double slack = 4 * Vectors.EPS * (1 + condition);
      assertThat(solve()).as("row %s", id).isInstanceOf(Solved.class);
      assertThat(((Solved) solve()).volFraction())
          .as("row %s", id)
          .isBetween(low * (1 - slack), highest * (1 + slack));
    }
  }
}
