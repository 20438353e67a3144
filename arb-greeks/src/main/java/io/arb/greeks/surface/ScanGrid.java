package io.arb.greeks.surface;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Where along the line a smile is looked at: close together where it bends or is low, ever further
 * apart out to where its wings are straight.
 */
final class ScanGrid {
  /** Log-moneyness at which even the widest smile quoted is all wing: strikes of e^10 forwards. */
  private static final double FAR = 10;

  private static final double BENDS = 20;
  private static final int POINTS = 161;

  private ScanGrid() {}

  /** The line for one smile, or for several at once; ascending. */
  static double[] of(Smile... smiles) {
    return Arrays.stream(smiles)
        .flatMap(smile -> smile.toSum().parts().stream())
        .flatMapToDouble(ScanGrid::ofPart)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The part of the line from {@code fromK} to {@code toK}, both included. */
  static double[] between(double fromK, double toK, Smile... smiles) {
    DoubleStream inside = Arrays.stream(of(smiles)).filter(k -> k > fromK && k < toK);
    return DoubleStream.concat(DoubleStream.of(fromK, toK), inside).sorted().toArray();
  }

  private static DoubleStream ofPart(RawSvi part) {
    return DoubleStream.concat(
        around(part.m(), part.sigma(), reach(part)),
        around(part.kOfMinimum(), lowWidth(part), reach(part)));
  }

  private static double reach(RawSvi smile) {
    return FAR + BENDS * smile.sigma() + Math.abs(smile.m()) + Math.abs(smile.kOfMinimum());
  }

  /** Distance from the minimum at which total variance has doubled; the width of g's features. */
  private static double lowWidth(RawSvi smile) {
    SmilePoint bottom = smile.at(smile.kOfMinimum());
    double width = Math.sqrt(2 * Math.abs(bottom.totalVariance()) / bottom.curvature());
    return width > 0 && width < smile.sigma() ? width : smile.sigma();
  }

  private static DoubleStream around(double centre, double width, double reach) {
    int half = POINTS / 2;
    double step = asinh(reach / width) / half;
    return DoubleStream.iterate(-half, i -> i <= half, i -> i + 1)
        .map(i -> centre + width * Math.sinh(i * step));
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }
}
