package io.arb.greeks.surface;

import java.util.Arrays;

/**
 * A linear least-squares problem kept in triangular form: rows of {@code row . x = value} are
 * rotated in one by one (QR by Givens rotations), so that the normal equations, which would square
 * the condition number, are never formed. Owned by the one thread that solves.
 */
final class TriangularSystem {
  /** Relative to its column, a pivot below this says nothing about its unknown. */
  private static final double NO_PIVOT = 1e-13;

  private final int unknowns;
  private final double[][] triangle;
  private final double[] scratch;
  private double residualSquared;

  TriangularSystem(int unknowns) {
    this.unknowns = unknowns;
    triangle = new double[unknowns][unknowns + 1];
    scratch = new double[unknowns + 1];
  }

  /** Adds one equation; the row is left as it is. */
  void add(double[] row, double value) {
    System.arraycopy(row, 0, scratch, 0, unknowns);
    scratch[unknowns] = value;
    for (int i = 0; i < unknowns; i++) {
      if (scratch[i] != 0) {
        rotateIn(i);
      }
    }
    residualSquared += scratch[unknowns] * scratch[unknowns];
  }

  private void rotateIn(int i) {
    double[] pivotRow = triangle[i];
    double norm = Math.sqrt(pivotRow[i] * pivotRow[i] + scratch[i] * scratch[i]);
    if (norm == 0) {
      return;
    }
    double cos = pivotRow[i] / norm;
    double sin = scratch[i] / norm;
    for (int j = i; j <= unknowns; j++) {
      double upper = pivotRow[j];
      pivotRow[j] = cos * upper + sin * scratch[j];
      scratch[j] = cos * scratch[j] - sin * upper;
    }
  }

  /** The equations left once the unknowns that are not free have the given values. */
  TriangularSystem with(double[] values, boolean[] free) {
    int count = 0;
    for (boolean isFree : free) {
      count += isFree ? 1 : 0;
    }
    TriangularSystem reduced = new TriangularSystem(count);
    double[] row = new double[count];
    for (double[] equation : triangle) {
      double value = equation[unknowns];
      int next = 0;
      for (int j = 0; j < unknowns; j++) {
        if (free[j]) {
          row[next++] = equation[j];
        } else {
          value -= equation[j] * values[j];
        }
      }
      reduced.add(row, value);
    }
    reduced.residualSquared += residualSquared;
    return reduced;
  }

  /** The least-squares solution; an unknown the equations say nothing about is 0. */
  double[] solve() {
    double[] x = new double[unknowns];
    double largest = Arrays.stream(triangle).mapToDouble(row -> norm(row)).max().orElse(0);
    for (int i = unknowns - 1; i >= 0; i--) {
      double value = triangle[i][unknowns];
      for (int j = i + 1; j < unknowns; j++) {
        value -= triangle[i][j] * x[j];
      }
      x[i] = Math.abs(triangle[i][i]) <= NO_PIVOT * largest ? 0 : value / triangle[i][i];
    }
    return x;
  }

  private double norm(double[] row) {
    double norm = 0;
    for (int j = 0; j < unknowns; j++) {
      norm = Math.max(norm, Math.abs(row[j]));
    }
    return norm;
  }

  /** Sum of squares that no choice of the unknowns can remove. */
  double residualSquared() {
    return residualSquared;
  }

  /** Euclidean norm of the equations' j-th column. */
  double columnNorm(int j) {
    double sum = 0;
    for (int i = 0; i <= j; i++) {
      sum += triangle[i][j] * triangle[i][j];
    }
    return Math.sqrt(sum);
  }

  /** Half the derivative of the sum of squares by the j-th unknown, at 0. */
  double gradientAtZero(int j) {
    double sum = 0;
    for (int i = 0; i <= j; i++) {
      sum -= triangle[i][j] * triangle[i][unknowns];
    }
    return sum;
  }
}
