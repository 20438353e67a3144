package io.arb.greeks.surface;

import java.util.List;

/**
 * Whether a smile gives every butterfly spread a price of at least zero, that is whether its
 * density is nowhere negative. Immutable.
 *
 * @param minimumDurrleman lowest {@code g} found on the whole line, see {@link
 *     SmilePoint#durrleman()}
 * @param kOfMinimum where; infinite if the straight wing itself is the lowest
 * @param crossings log-moneynesses at which {@code g} changes sign, ascending
 * @param minimumTotalVariance lowest total variance
 * @param steepestWing the larger slope of the two wings; above 2 breaks Lee's bound
 */
public record ButterflyCheck(
    double minimumDurrleman,
    double kOfMinimum,
    List<Double> crossings,
    double minimumTotalVariance,
    double steepestWing) {
  private static final double LEE = 2;

  public ButterflyCheck {
    crossings = List.copyOf(crossings);
  }

  /**
   * Checks the whole line: a scan out to where the wings are straight, each valley refined, and
   * beyond it the closed form of a straight wing.
   */
  public static ButterflyCheck of(Smile smile) {
    double[] grid = ScanGrid.of(smile);
    LineScan scan = LineScan.of(k -> smile.at(k).durrleman(), grid);
    SviSum sum = smile.toSum();
    double left =
        lowestOnWing(sum.leftWingLevel(), sum.leftWingSlope(), sum.totalVariance(grid[0]));
    double right =
        lowestOnWing(
            sum.rightWingLevel(), sum.rightWingSlope(), sum.totalVariance(grid[grid.length - 1]));
    double steepest = Math.max(smile.leftWingSlope(), smile.rightWingSlope());
    boolean inTheWing = Math.min(left, right) < scan.minimum();
    return new ButterflyCheck(
        inTheWing ? Math.min(left, right) : scan.minimum(),
        inTheWing ? (left < right ? -1 : 1) * Double.POSITIVE_INFINITY : scan.kOfMinimum(),
        scan.crossings(),
        smile.minimumTotalVariance(),
        steepest);
  }

  /** Checks from {@code fromK} to {@code toK} only, both included; Lee's bound all the same. */
  public static ButterflyCheck between(Smile smile, double fromK, double toK) {
    double[] grid = ScanGrid.between(fromK, toK, smile);
    LineScan scan = LineScan.of(k -> smile.at(k).durrleman(), grid);
    return new ButterflyCheck(
        scan.minimum(),
        scan.kOfMinimum(),
        scan.crossings(),
        LineScan.of(smile::totalVariance, grid).minimum(),
        Math.max(smile.leftWingSlope(), smile.rightWingSlope()));
  }

  /**
   * Lowest {@code g} of the line {@code w = level + slope |k|} from where it starts outwards. There
   * {@code g} is a parabola in {@code u = 1/w}: {@code (1 + level u)^2/4 - slope^2 u/4 -
   * slope^2/16}.
   */
  private static double lowestOnWing(double level, double slope, double start) {
    double vertex = level == 0 ? 0 : (slope * slope / 2 - level) / (level * level);
    double most = Math.max(0, 1 / start);
    double u = slope == 0 ? most : Math.clamp(vertex, 0, most);
    return (1 + level * u) * (1 + level * u) / 4 - slope * slope * (u / 4 + 1.0 / 16);
  }

  /** No butterfly arbitrage anywhere. */
  public boolean isFree() {
    return minimumDurrleman >= 0 && minimumTotalVariance > 0 && steepestWing <= LEE;
  }
}
