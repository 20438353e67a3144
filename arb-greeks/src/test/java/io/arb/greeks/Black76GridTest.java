package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All 5,644 Black-76 rows of a grid computed with 90 digits: one minute to five years, volatility
 * 1% to 500%, strikes from a fifth to five times the forward.
 */
class Black76GridTest {
  /** Roundings allowed, each worth one unit in the last place magnified as in phi(d1). */
  private static final double ALLOWED_ROUNDINGS = 5;

  private static final double NEGLIGIBLE_SCALE = 1e-290;
  private static final double NEGLIGIBLE_ANSWER = 1e-280;

  private static final List<Row> ROWS =
      Vectors.rows("black76-grid.csv.gz").stream()
          .filter(fields -> fields[1].equals("B76"))
          .map(Row::of)
          .toList();

  static Stream<Quantity> quantities() {
    return Stream.of(
        new Quantity("price", OptionPrice::priceUsd, Row::price, Row::price),
        new Quantity("delta", p -> p.greeks().delta(), Row::delta, Row::delta),
        new Quantity("gamma", p -> p.greeks().gamma(), Row::gamma, Row::gamma),
        new Quantity("vega", p -> p.greeks().vega(), Row::vega, Row::vega),
        new Quantity("theta", p -> p.greeks().theta(), Row::theta, Row::thetaScale),
        new Quantity("rho", p -> p.greeks().rho(), Row::rho, Row::rho));
  }

  @ParameterizedTest
  @MethodSource("quantities")
  void everyRowIsWithinFiveRoundings(Quantity quantity) {
    assertThat(ROWS).hasSize(5644);
    Row worst = ROWS.stream().max(Comparator.comparingDouble(quantity::roundings)).orElseThrow();

    assertThat(quantity.roundings(worst))
        .as("%s of %s", quantity.name(), worst)
        .isLessThanOrEqualTo(ALLOWED_ROUNDINGS);
  }

  record Quantity(
      String name,
      ToDoubleFunction<OptionPrice> computed,
      ToDoubleFunction<Row> reference,
      ToDoubleFunction<Row> scale) {

    /** How many roundings the computed value is off. */
    double roundings(Row row) {
      double got = computed.applyAsDouble(row.compute());
      double scaled = Math.abs(scale.applyAsDouble(row));
      double off = Math.abs(got - reference.applyAsDouble(row));
      return scaled < NEGLIGIBLE_SCALE && Math.abs(got) < NEGLIGIBLE_ANSWER
          ? 0
          : off / (Vectors.EPS * row.amplification * scaled);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  record Row(
      String id,
      OptionType type,
      double forward,
      double strike,
      double years,
      double vol,
      double rate,
      double price,
      double delta,
      double gamma,
      double vega,
      double theta,
      double rho,
      double amplification) {

    static Row of(String[] f) {
      return new Row(
          f[0],
          f[2].equals("C") ? OptionType.CALL : OptionType.PUT,
          Double.parseDouble(f[3]),
          Double.parseDouble(f[4]),
          Double.parseDouble(f[5]),
          Double.parseDouble(f[6]),
          Double.parseDouble(f[7]),
          Double.parseDouble(f[9]),
          Double.parseDouble(f[10]),
          Double.parseDouble(f[11]),
          Double.parseDouble(f[12]),
          Double.parseDouble(f[13]),
          Double.parseDouble(f[14]),
          Double.parseDouble(f[17]));
    }

    OptionPrice compute() {
      return Black76.price(type, forward, strike, years, vol, rate);
    }

    /** Theta is a difference of two terms: the rule compares with the larger of them. */
    double thetaScale() {
      return Math.max(Math.abs(theta), vega * vol / (2 * years) + Math.abs(rate * price));
    }
  }
}
