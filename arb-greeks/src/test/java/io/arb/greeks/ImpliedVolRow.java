package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A price with the exact interval of volatilities that one unit in the last place of it leaves
 * open.
 */
record ImpliedVolRow(
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

  static List<ImpliedVolRow> read(String resource) {
    return Vectors.rows(resource).stream().map(ImpliedVolRow::of).toList();
  }

  private static ImpliedVolRow of(String[] f) {
    return new ImpliedVolRow(
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

  /** Runs all rows through the batch. */
  static double[] solveTogether(List<ImpliedVolRow> rows) {
    var columns = new OptionColumns(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      columns.set(i, row.type, row.forward, row.strike, row.years, 0, 0);
    }
    double[] prices = rows.stream().mapToDouble(ImpliedVolRow::price).toArray();
    new ImpliedVolBatch().solve(columns.volFraction, columns, prices, rows.size());
    return columns.volFraction;
  }

  boolean is(String kind, String status) {
    return this.kind.equals(kind) && this.status.equals(status);
  }

  double solve() {
    return ImpliedVolSolver.solve(type, price, forward, strike, years);
  }

  ImpliedVol solveToRecord() {
    return ImpliedVol.solve(type, price, forward, strike, years);
  }

  /** Inside the interval, but for a few roundings times the price's own condition. */
  void assertAdmissible(double low) {
    double slack = 4 * Vectors.EPS * (1 + condition);
    assertThat(solve())
        .as("row %s", id)
        .isPositive()
        .isBetween(low * (1 - slack), highest * (1 + slack));
  }
}
