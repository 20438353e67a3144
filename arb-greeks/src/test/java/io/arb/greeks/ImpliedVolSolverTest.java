package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.ImpliedVolSolver.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedVolSolverTest {
  @ParameterizedTest
  @CsvSource({
    "0.55, SOLVED",
    "4.9e-324, SOLVED",
    "1.7976931348623157e308, SOLVED",
    "0, AT_INTRINSIC",
    "-0.0, AT_INTRINSIC",
    "Infinity, AT_MAXIMUM",
    "-Infinity, BELOW_INTRINSIC",
    "NaN, INVALID"
  })
  void everyResultHasOneMeaning(double result, Status meaning) {
    assertThat(Status.of(result)).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 1, 1",
    "Infinity, 1, 1, 1",
    "-Infinity, 1, 1, 1",
    "0.1, NaN, 1, 1",
    "0.1, 0, 1, 1",
    "0.1, -1, 1, 1",
    "0.1, Infinity, 1, 1",
    "0.1, 1, NaN, 1",
    "0.1, 1, 0, 1",
    "0.1, 1, Infinity, 1",
    "0.1, 1, 1, NaN",
    "0.1, 1, 1, 0",
    "0.1, 1, 1, -1",
    "0.1, 1, 1, Infinity"
  })
  void inputsThatAreNoOptionGiveNaN(double price, double forward, double strike, double years) {
    assertThat(ImpliedVolSolver.solve(CALL, price, forward, strike, years)).isNaN();
    assertThat(ImpliedVolSolver.solve(PUT, price, forward, strike, years)).isNaN();
  }

  /** F 100,000, K 105,000, 30 days: 4246.31833556 at 55%. */
  @Test
  void solvesTheTextbookCall() {
    double vol = ImpliedVolSolver.solve(CALL, 4246.31833556, 100_000, 105_000, 30.0 / 365);

    assertThat(vol).isCloseTo(0.55, within(1e-12));
  }

  @Test
  void subnormalPriceStillHasItsVolatility() {
    double vol = ImpliedVolSolver.solve(CALL, 1e-310, 1, 2, 1);

    assertThat(Black76.price(CALL, 1, 2, 1, vol).priceUsd() / 1e-310).isCloseTo(1, within(1e-9));
  }

  /** 1 - 4.4e-17 rounds to 1, but a price of 1 - 1.1e-16 is within its last place of it. */
  @Test
  void intrinsicValueThatNoDoubleHoldsIsComparedExactly() {
    double price = Math.nextDown(1.0);

    assertThat(ImpliedVolSolver.solve(CALL, price, 1, 4.4e-17, 0.1)).isZero();
    assertThat(ImpliedVolSolver.solve(CALL, Math.nextDown(price), 1, 4.4e-17, 0.1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(ImpliedVolSolver.solve(PUT, price, 4.4e-17, 1, 0.1)).isZero();
  }

  @Test
  void highPriceIsHighHoweverFarTheStrike() {
    double vol = ImpliedVolSolver.solve(CALL, 0.9 * 1e-290, 1e-290, 1e290, 1);

    assertThat(vol).isCloseTo(52.998718998614464, within(1e-13));
  }

  @Test
  void batchLeavesWhatIsBeyondTheCountAlone() {
    var columns = new OptionColumns(3);
    columns.set(0, CALL, 100, 100, 1, -7, 0);
    columns.set(1, PUT, 100, 100, 1, -7, 0);
    columns.set(2, CALL, 100, 100, 1, -7, 0);

    new ImpliedVolBatch().solve(columns.volFraction, columns, new double[] {5, 5, 5}, 2);

    assertThat(columns.volFraction[0]).isPositive().isEqualTo(columns.volFraction[1]);
    assertThat(columns.volFraction[2]).isEqualTo(-7);
  }

  @Test
  void batchTakesTheRateOutOfPrices() {
    var columns = new OptionColumns(1);
    columns.set(0, PUT, 3000, 2800, 0.25, 0, 0.04);
    double price = Black76.price(PUT, 3000, 2800, 0.25, 0.72, 0.04).priceUsd();

    new ImpliedVolBatch().solve(columns.volFraction, columns, new double[] {price}, 1);

    assertThat(columns.volFraction[0]).isCloseTo(0.72, within(1e-14));
  }

  @Test
  void batchRefusesToReadBeyondAColumn() {
    var columns = new OptionColumns(3);
    double[] two = {1, 1};

    assertThatThrownBy(() -> new ImpliedVolBatch().solve(columns.volFraction, columns, two, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
