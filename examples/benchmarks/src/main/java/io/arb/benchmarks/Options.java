package io.arb.benchmarks;

import java.util.stream.IntStream;

/** Parallel arrays of 1,000 options of one kind, out of the rows with a determined volatility. */
final class Options {
  static final int COUNT = 1000;

  private static final ReferenceTable ROWS = ReferenceTable.read("implied-vol.csv.gz");

  final boolean[] isCall;
  final double[] forward;
  final double[] strike;
  final double[] years;
  final double[] price;
  final double[] vol;
  final double[] lowest;
  final double[] highest;
  final double[] condition;

  private Options(ReferenceTable table) {
    isCall = table.areCalls();
    forward = table.numbers("forward");
    strike = table.numbers("strike");
    years = table.numbers("T");
    price = table.numbers("price");
    vol = table.numbers("vol");
    lowest = table.numbers("vol_lo");
    highest = table.numbers("vol_hi");
    condition = table.numbers("cond");
  }

  /**
   * Options of a kind.
   *
   * @param kind {@code moderate} (to 2.5 deviations from the money), {@code deep_otm} (4 to 36),
   *     {@code deep_otm_solved} (those of them that Strata solves, repeated) or {@code short_dated}
   *     (a minute to a day to expiry)
   */
  static Options of(String kind) {
    return kind.equals("deep_otm_solved")
        ? solvedByStrata(rows("deep_otm"))
        : new Options(rows(kind).sample(COUNT));
  }

  private static ReferenceTable rows(String kind) {
    return ROWS.where("class", kind, "status", "ok");
  }

  private static Options solvedByStrata(ReferenceTable table) {
    Options all = new Options(table);
    BlackLibrary strata = Library.STRATA.black();
    int[] solved =
        IntStream.range(0, table.size()).filter(i -> all.impliedVol(strata, i) > 0).toArray();
    return new Options(table.cycle(solved, COUNT));
  }

  /** What a library answers to a row. */
  double impliedVol(BlackLibrary black, int row) {
    return black.impliedVol(isCall[row], price[row], forward[row], strike[row], years[row]);
  }
}
