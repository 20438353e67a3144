package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Where a fit begins: the outer search of the quasi-explicit method, over {@code m} and {@code
 * sigma} alone. A coarse grid finds the basins, a simplex goes down the best of them. Stateless.
 */
final class StartingPoints {
  private static final int CENTRES = 11;
  private static final int WIDTHS = 8;
  private static final double OUTSIDE = 0.25;
  private static final double NARROWEST = 0.004;
  private static final double WIDEST = 1.5;
  private static final int BASINS = 3;
  private static final int MAX_EVALUATIONS = 200;
  private static final double CLOSE = 1e-7;

  private final QuasiExplicit inner;
  private final double low;
  private final double range;

  /**
   * @param k log-moneynesses of the quotes, ascending
   */
  StartingPoints(QuasiExplicit inner, double[] k) {
    this.inner = inner;
    range = Math.max(k[k.length - 1] - k[0], 1e-4);
    low = k[0];
  }

  /** Bounds in which a fit of these quotes has meaning: the bend near the quotes. */
  LeastSquares.Box box() {
    double floor = 1e-3 * NARROWEST * range;
    return new LeastSquares.Box(
        new double[] {Double.NEGATIVE_INFINITY, 0, 0, low - 2 * range, Math.log(floor)},
        new double[] {
          Double.POSITIVE_INFINITY,
          QuasiExplicit.LEE,
          QuasiExplicit.LEE,
          low + 3 * range,
          Math.log(WIDEST * range)
        });
  }

  /** Solutions of the inner problem, best first. */
  List<LeastSquares.Solution> best() {
    double[][] cost = new double[CENTRES][WIDTHS];
    for (int i = 0; i < CENTRES; i++) {
      for (int j = 0; j < WIDTHS; j++) {
        cost[i][j] = inner.solve(centre(i), width(j)).cost();
      }
    }
    List<LeastSquares.Solution> found = new ArrayList<>();
    for (int i = 0; i < CENTRES; i++) {
      for (int j = 0; j < WIDTHS; j++) {
        if (isBasin(cost, i, j)) {
          found.add(inner.solve(centre(i), width(j)));
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(LeastSquares.Solution::cost))
        .limit(BASINS)
        .map(this::refined)
        .sorted(Comparator.comparingDouble(LeastSquares.Solution::cost))
        .toList();
  }

  private double centre(int i) {
    return low + range * (-OUTSIDE + (1 + 2 * OUTSIDE) * i / (CENTRES - 1));
  }

  private double width(int j) {
    return range * NARROWEST * Math.pow(WIDEST / NARROWEST, j / (WIDTHS - 1.0));
  }

  private static boolean isBasin(double[][] cost, int i, int j) {
    for (int x = Math.max(0, i - 1); x <= Math.min(CENTRES - 1, i + 1); x++) {
      for (int y = Math.max(0, j - 1); y <= Math.min(WIDTHS - 1, j + 1); y++) {
        if (cost[x][y] < cost[i][j]) {
          return false;
        }
      }
    }
    return true;
  }

  private LeastSquares.Solution refined(LeastSquares.Solution start) {
    double m = start.coordinates()[SviJet.M];
    double logSigma = start.coordinates()[SviJet.LOG_SIGMA];
    double side = (1 + 2 * OUTSIDE) * range / (CENTRES - 1) / 2;
    double logSide = Math.log(WIDEST / NARROWEST) / (WIDTHS - 1) / 2;
    PointValuePair end =
        new SimplexOptimizer(new SimpleValueChecker(CLOSE, Double.MIN_NORMAL, MAX_EVALUATIONS))
            .optimize(
                new MaxEval(10 * MAX_EVALUATIONS),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {m, logSigma}),
                new NelderMeadSimplex(new double[] {side, logSide}),
                new ObjectiveFunction(x -> inner.solve(x[0], Math.exp(x[1])).cost()));
    return inner.solve(end.getPoint()[0], Math.exp(end.getPoint()[1]));
  }
}
