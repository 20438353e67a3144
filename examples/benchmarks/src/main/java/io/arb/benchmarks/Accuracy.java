package io.arb.benchmarks;

import java.util.function.DoubleSupplier;

/**
 * The share of rows on which a library's answer is right: as near the reference as a few roundings
 * allow. {@code 2^-52} times 8 and times {@code 1 + (|x|/s + s/2)^2} relative to a price or greek;
 * for a volatility, within the interval that one unit in the last place of the price leaves open.
 * An exception counts as a wrong answer.
 */
final class Accuracy {
  private static final double EPS = Math.ulp(1.0);
  private static final double ROUNDINGS = 8;

  /** References this small are right if the answer is small as well. */
  private static final double VANISHED = 1e-290;

  private static final String[] COLUMNS = {"price", "delta", "gamma", "vega", "theta"};

  private Accuracy() {}

  /** From 0 to 1, over the options of a kind. */
  static double ofImpliedVol(BlackLibrary black, String kind) {
    Options o = Options.of(kind);
    int right = 0;
    for (int i = 0; i < Options.COUNT; i++) {
      double vol = solve(black, o, i);
      double slack = 4 * EPS * (1 + o.condition[i]);
      if (vol >= o.lowest[i] * (1 - slack) && vol <= o.highest[i] * (1 + slack)) {
        right++;
      }
    }
    return right / (double) Options.COUNT;
  }

  private static double solve(BlackLibrary black, Options o, int i) {
    return orNaN(() -> o.impliedVol(black, i));
  }

  private static double orNaN(DoubleSupplier answer) {
    try {
      return answer.getAsDouble();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Double.NaN;
    }
  }

  /** From 0 to 1, over the undiscounted options of the price grid. */
  static double ofPrice(BlackLibrary black) {
    return ofFirst(1, black);
  }

  /** The same where price, delta, gamma, vega and theta all have to be right. */
  static double ofGreeks(BlackLibrary black) {
    return ofFirst(COLUMNS.length, black);
  }

  private static double ofFirst(int columns, BlackLibrary black) {
    ReferenceTable grid = grid();
    boolean[] isCall = grid.areCalls();
    double[] forward = grid.numbers("underlying");
    double[] strike = grid.numbers("strike");
    double[] years = grid.numbers("T");
    double[] vol = grid.numbers("vol");
    double[] amplification = grid.numbers("amp");
    double[][] expected = new double[columns][];
    for (int c = 0; c < columns; c++) {
      expected[c] = grid.numbers(COLUMNS[c]);
    }
    double[] values = new double[BlackLibrary.SLOTS];
    int right = 0;
    for (int i = 0; i < isCall.length; i++) {
      black.greeks(isCall[i], forward[i], strike[i], years[i], vol[i], values);
      boolean allRight = true;
      for (int c = 0; c < columns; c++) {
        allRight &= isRight(values[c], expected[c][i], amplification[i]);
      }
      right += allRight ? 1 : 0;
    }
    return right / (double) isCall.length;
  }

  private static ReferenceTable grid() {
    return ReferenceTable.read("black76-grid.csv.gz").where("model", "B76", "r", "0.0");
  }

  private static boolean isRight(double got, double expected, double amplification) {
    return Math.abs(expected) < VANISHED
        ? Math.abs(got) < 1e10 * VANISHED
        : Math.abs(got - expected) <= ROUNDINGS * EPS * amplification * Math.abs(expected);
  }
}
