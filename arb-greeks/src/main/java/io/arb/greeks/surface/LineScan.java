package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * The lowest value of a function over a grid, every local minimum of the grid refined, and the
 * places where the function changes sign.
 *
 * @param minimum lowest value found
 * @param kOfMinimum where
 * @param crossings where the sign changes, ascending
 */
record LineScan(double minimum, double kOfMinimum, List<Double> crossings) {
  private static final double RELATIVE = 1e-9;
  private static final double ABSOLUTE = 1e-13;
  private static final int MAX_EVALUATIONS = 200;

  /**
   * @param grid ascending, at least one point
   */
  static LineScan of(DoubleUnaryOperator function, double[] grid) {
    double[] values = Arrays.stream(grid).map(function).toArray();
    double lowest = values[0];
    double kOfLowest = grid[0];
    List<Double> crossings = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      double value = values[i];
      double k = grid[i];
      if (isValley(values, i)) {
        UnivariatePointValuePair refined = refine(function, grid[i - 1], k, grid[i + 1]);
        value = Math.min(value, refined.getValue());
        k = value < values[i] ? refined.getPoint() : k;
        addCrossing(crossings, function, grid[i - 1], values[i - 1], k, value);
        addCrossing(crossings, function, k, value, grid[i + 1], values[i + 1]);
      } else if (i > 0 && !isValley(values, i - 1)) {
        addCrossing(crossings, function, grid[i - 1], values[i - 1], k, value);
      }
      if (value < lowest || Double.isNaN(value)) {
        lowest = value;
        kOfLowest = k;
      }
    }
    return new LineScan(lowest, kOfLowest, crossings.stream().distinct().sorted().toList());
  }

  private static boolean isValley(double[] values, int i) {
    return i > 0
        && i + 1 < values.length
        && values[i] <= values[i - 1]
        && values[i] <= values[i + 1]
        && (values[i] < values[i - 1] || values[i] < values[i + 1]);
  }

  private static UnivariatePointValuePair refine(
      DoubleUnaryOperator function, double from, double start, double to) {
    return new BrentOptimizer(RELATIVE, ABSOLUTE)
        .optimize(
            new MaxEval(MAX_EVALUATIONS),
            GoalType.MINIMIZE,
            new SearchInterval(from, to, start),
            new UnivariateObjectiveFunction(function::applyAsDouble));
  }

  private static void addCrossing(
      List<Double> crossings,
      DoubleUnaryOperator function,
      double from,
      double valueFrom,
      double to,
      double valueTo) {
    if (valueFrom < 0 != valueTo < 0 && valueFrom != 0 && valueTo != 0) {
      crossings.add(
          new BrentSolver(ABSOLUTE)
              .solve(MAX_EVALUATIONS, function::applyAsDouble, from, to, (from + to) / 2));
    }
  }
}
