package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both models against exact values. The grid (8,044 options, 90 digits) reaches from a minute to
 * five years, volatility 1% to 500%, strikes from a fifth to five times the forward. The stress
 * rows (110 digits) add milliseconds and decades, strikes within 1e-16 of the forward and 36
 * deviations away, carry that cancels the moneyness, levels from 1e-12 to 1e12, the borders between
 * the branches of the code, and the greeks of every order.
 */
class BlackReferenceTest {
  /** What a good double-precision program can reach is taken to be 8; this one is measured at 6. */
  private static final double ALLOWED_ROUNDINGS = 7;

  private static final List<ReferenceRow> GRID = ReferenceRow.all("black76-grid.csv.gz");
  private static final List<ReferenceRow> STRESS = ReferenceRow.all("black-stress.csv.gz");

  /**
   * One column.
   *
   * @param value what the buffer says
   * @param scale size of the terms that cancel, 0 where none do
   */
  record Quantity(
      String column, ToDoubleFunction<GreeksBuffer> value, ToDoubleFunction<ReferenceRow> scale) {
    double roundings(ReferenceRow row) {
      var buffer = new GreeksBuffer();
      row.fill(buffer);
      return row.roundings(column, value.applyAsDouble(buffer), scale.applyAsDouble(row));
    }

    @Override
    public String toString() {
      return column;
    }
  }

  static Stream<Quantity> firstOrders() {
    return Stream.of(
        new Quantity("price", GreeksBuffer::priceUsd, row -> 0),
        new Quantity("delta", GreeksBuffer::delta, row -> 0),
        new Quantity("gamma", GreeksBuffer::gamma, row -> 0),
        new Quantity("vega", GreeksBuffer::vega, row -> 0),
        new Quantity("rho", GreeksBuffer::rho, row -> 0),
        new Quantity("theta", GreeksBuffer::theta, Scales::theta),
        new Quantity("vanna", GreeksBuffer::vanna, Scales::vanna),
        new Quantity("volga", GreeksBuffer::volga, Scales::volga));
  }

  static Stream<Quantity> allOrders() {
    return Stream.concat(
        firstOrders(),
        Stream.of(
            new Quantity("charm", GreeksBuffer::charm, Scales::charm),
            new Quantity("speed", GreeksBuffer::speed, Scales::speed),
            new Quantity("zomma", GreeksBuffer::zomma, Scales::zomma),
            new Quantity("color", GreeksBuffer::color, Scales::color),
            new Quantity("veta", GreeksBuffer::veta, Scales::veta),
            new Quantity("ultima", GreeksBuffer::ultima, Scales::ultima),
            new Quantity("dual_delta", GreeksBuffer::dualDelta, row -> 0),
            new Quantity("dual_gamma", GreeksBuffer::dualGamma, row -> 0)));
  }

  @ParameterizedTest
  @MethodSource("firstOrders")
  void everyGridRowIsWithinAFewRoundings(Quantity quantity, TestReporter reporter) {
    assertThat(GRID).hasSize(8044);
    assertWorst(GRID, quantity.column(), quantity::roundings, reporter);
  }

  @ParameterizedTest
  @MethodSource("allOrders")
  void everyStressRowIsWithinAFewRoundings(Quantity quantity, TestReporter reporter) {
    assertThat(STRESS).hasSize(2484);
    assertWorst(STRESS, quantity.column(), quantity::roundings, reporter);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void thePriceAloneIsAsExact(List<ReferenceRow> rows, TestReporter reporter) {
    assertWorst(rows, "priceUsd", row -> row.roundings("price", row.priceUsd(), 0), reporter);
  }

  static Stream<List<ReferenceRow>> tables() {
    return Stream.of(GRID, STRESS);
  }

  private static void assertWorst(
      List<ReferenceRow> rows,
      String name,
      ToDoubleFunction<ReferenceRow> roundings,
      TestReporter reporter) {
    ReferenceRow worst = rows.stream().max(Comparator.comparingDouble(roundings)).orElseThrow();
    double ratio = roundings.applyAsDouble(worst);
    reporter.publishEntry("worst roundings of " + name, "%.3f".formatted(ratio));
    assertThat(ratio).as("%s of %s", name, worst.text()).isLessThanOrEqualTo(ALLOWED_ROUNDINGS);
  }
}
