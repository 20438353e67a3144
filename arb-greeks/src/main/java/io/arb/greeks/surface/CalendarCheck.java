package io.arb.greeks.surface;

import java.util.List;

/**
 * Whether total variance grows from one expiry to the next at every log-moneyness. Immutable.
 *
 * @param minimumDifference lowest {@code w_later(k) - w_earlier(k)} found; minus infinity if the
 *     wings cross
 * @param kOfMinimum where
 * @param crossings log-moneynesses at which the two smiles cross, ascending
 */
public record CalendarCheck(double minimumDifference, double kOfMinimum, List<Double> crossings) {
  /** Wings that differ by less than this in slope are parallel: it is their rounding. */
  private static final double PARALLEL = 1e-13;

  public CalendarCheck {
    crossings = List.copyOf(crossings);
  }

  /** Checks the whole line, wings included. */
  public static CalendarCheck of(Smile earlier, Smile later) {
    LineScan scan = scan(earlier, later, ScanGrid.of(earlier, later));
    if (earlier.leftWingSlope() > later.leftWingSlope() + PARALLEL) {
      return crossed(Double.NEGATIVE_INFINITY, scan);
    }
    if (earlier.rightWingSlope() > later.rightWingSlope() + PARALLEL) {
      return crossed(Double.POSITIVE_INFINITY, scan);
    }
    return new CalendarCheck(scan.minimum(), scan.kOfMinimum(), scan.crossings());
  }

  /** Checks from {@code fromK} to {@code toK}, both included. */
  public static CalendarCheck between(Smile earlier, Smile later, double fromK, double toK) {
    double[] grid = ScanGrid.between(fromK, toK, earlier, later);
    LineScan scan = scan(earlier, later, grid);
    return new CalendarCheck(scan.minimum(), scan.kOfMinimum(), scan.crossings());
  }

  private static LineScan scan(Smile earlier, Smile later, double[] grid) {
    return LineScan.of(k -> later.totalVariance(k) - earlier.totalVariance(k), grid);
  }

  private static CalendarCheck crossed(double wing, LineScan scan) {
    return new CalendarCheck(Double.NEGATIVE_INFINITY, wing, scan.crossings());
  }

  /** The later smile is nowhere below the earlier one. */
  public boolean isFree() {
    return minimumDifference >= 0;
  }
}
