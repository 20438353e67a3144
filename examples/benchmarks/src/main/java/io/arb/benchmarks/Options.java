package io.arb.benchmarks;

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
   * @param kind {@code moderate} (to 2.5 deviations from the money), {@code deep_otm} (4 to 36) or
   *     {@code short_dated} (a minute to a day to expiry)
   */
  static Options of(String kind) {
    return new Options(ROWS.where("class", kind, "status", "ok").sample(COUNT));
  }
}
