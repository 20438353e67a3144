package io.arb.greeks.surface;

import java.util.Arrays;

/**
 * The best SVI smile with {@code m} and {@code sigma} given, which is a linear problem in the other
 * three parameters (Zeliade Systems, "Quasi-explicit calibration of Gatheral's SVI model", 2009).
 * In the level {@code a} and the slopes of the wings its polytope is the box {@code 0 <= left,
 * right <= 2}, cut off where the smile would become negative: first {@code a + sigma sqrt(left
 * right) >= 0} is tried, which excludes no smile, then the paper's {@code a >= 0}. Stateless.
 */
final class QuasiExplicit {
  static final double LEE = 2;

  private static final int LINEAR = 3;

  private final double[] k;
  private final double[] w;
  private final double[] rootWeight;

  QuasiExplicit(double[] k, double[] w, double[] rootWeight) {
    this.k = k.clone();
    this.w = w.clone();
    this.rootWeight = rootWeight.clone();
  }

  /** Coordinates as in {@link SviJet}, and the weighted sum of squares. */
  LeastSquares.Solution solve(double m, double sigma) {
    TriangularSystem system = system(m, sigma);
    double[] free = system.solve();
    if (isInside(free, sigma)) {
      return solution(free, system.residualSquared(), m, sigma);
    }
    double[] best = new double[LINEAR];
    double bestCost = Double.POSITIVE_INFINITY;
    for (Level level : Level.values()) {
      for (Wing left : Wing.values()) {
        for (Wing right : Wing.values()) {
          boolean[] isFree = {level == Level.FREE, left == Wing.FREE, right == Wing.FREE};
          double[] face = {0, left.slope, right.slope};
          TriangularSystem reduced = system.with(face, isFree);
          double[] candidate = fill(face, isFree, reduced.solve());
          if (reduced.residualSquared() < bestCost && isInside(candidate, sigma)) {
            best = candidate;
            bestCost = reduced.residualSquared();
          }
        }
      }
    }
    return solution(best, bestCost, m, sigma);
  }

  private TriangularSystem system(double m, double sigma) {
    TriangularSystem system = new TriangularSystem(LINEAR);
    double[] row = new double[LINEAR];
    for (int i = 0; i < k.length; i++) {
      double y = k[i] - m;
      double root = Math.sqrt(y * y + sigma * sigma);
      row[0] = rootWeight[i];
      row[1] = rootWeight[i] * (root - y) / 2;
      row[2] = rootWeight[i] * (root + y) / 2;
      system.add(row, rootWeight[i] * w[i]);
    }
    return system;
  }

  private static double[] fill(double[] face, boolean[] isFree, double[] solved) {
    double[] filled = Arrays.copyOf(face, face.length);
    int next = 0;
    for (int j = 0; j < face.length; j++) {
      if (isFree[j]) {
        filled[j] = solved[next++];
      }
    }
    return filled;
  }

  private static boolean isInside(double[] x, double sigma) {
    return x[1] >= 0
        && x[2] >= 0
        && x[1] <= LEE
        && x[2] <= LEE
        && x[0] + sigma * Math.sqrt(x[1] * x[2]) >= 0;
  }

  private static LeastSquares.Solution solution(double[] x, double cost, double m, double sigma) {
    return new LeastSquares.Solution(new double[] {x[0], x[1], x[2], m, Math.log(sigma)}, cost);
  }

  private enum Level {
    FREE,
    ZERO
  }

  private enum Wing {
    FREE(0),
    FLAT(0),
    STEEPEST(LEE);

    private final double slope;

    Wing(double slope) {
      this.slope = slope;
    }
  }
}
