package io.arb.greeks.surface;

import java.util.List;

/**
 * Levenberg-Marquardt in the coordinates of {@link SviJet} within a box: steps by QR, damping in
 * units of each column, coordinates that press against their bound held there. Owned by the one
 * thread that fits.
 */
final class LeastSquares {
  private static final int MAX_ITERATIONS = 60;
  private static final int MAX_DAMPINGS = 12;
  private static final double FIRST_DAMPING = 1e-3;
  private static final double LEAST_DAMPING = 1e-15;
  private static final double EASE = 0.1;
  private static final double TIGHTEN = 8;

  private final List<Residuals> residuals;
  private final Box box;
  private final double enough;
  private final SviJet jet;
  private double damping = FIRST_DAMPING;

  /**
   * @param enough the search ends when a step gains less than this fraction of the sum of squares
   */
  LeastSquares(List<Residuals> residuals, Box box, double enough) {
    this.enough = enough;
    this.residuals = List.copyOf(residuals);
    this.box = box;
    jet = new SviJet(box.lows.length);
  }

  /** Where the search ended and the sum of squares there. */
  static final class Solution {
    private final double[] coordinates;
    private final double cost;

    Solution(double[] coordinates, double cost) {
      this.coordinates = coordinates;
      this.cost = cost;
    }

    double[] coordinates() {
      return coordinates.clone();
    }

    double cost() {
      return cost;
    }
  }

  Solution solve(double[] start) {
    double[] at = box.clamp(start);
    double cost = cost(at);
    damping = FIRST_DAMPING;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      TriangularSystem system = linearised(at);
      Solution next = improve(system, at, cost);
      double gain = cost - next.cost;
      at = next.coordinates;
      cost = next.cost;
      if (gain <= enough * cost) {
        break;
      }
    }
    return new Solution(at, cost);
  }

  private Solution improve(TriangularSystem system, double[] at, double cost) {
    boolean[] free = free(system, at);
    for (int i = 0; i < MAX_DAMPINGS; i++) {
      double[] next = box.clamp(stepped(system, at, free));
      double nextCost = cost(next);
      if (nextCost < cost) {
        damping = Math.max(LEAST_DAMPING, damping * EASE);
        return new Solution(next, nextCost);
      }
      damping *= TIGHTEN;
    }
    return new Solution(at, cost);
  }

  private double[] stepped(TriangularSystem system, double[] at, boolean[] free) {
    TriangularSystem damped = system.with(new double[at.length], free);
    int count = 0;
    for (int j = 0; j < at.length; j++) {
      count += free[j] ? 1 : 0;
    }
    double[] row = new double[count];
    for (int j = 0; j < count; j++) {
      row[j] = Math.sqrt(damping) * Math.max(damped.columnNorm(j), Double.MIN_NORMAL);
      damped.add(row, 0);
      row[j] = 0;
    }
    double[] step = damped.solve();
    double[] next = at.clone();
    int used = 0;
    for (int j = 0; j < at.length; j++) {
      next[j] += free[j] ? step[used++] : 0;
    }
    return next;
  }

  private boolean[] free(TriangularSystem system, double[] at) {
    boolean[] free = new boolean[at.length];
    for (int j = 0; j < at.length; j++) {
      double downhill = -system.gradientAtZero(j);
      free[j] = downhill < 0 ? at[j] > box.low(j) : at[j] < box.high(j);
    }
    return free;
  }

  private TriangularSystem linearised(double[] at) {
    TriangularSystem system = new TriangularSystem(at.length);
    double[] row = new double[at.length];
    jet.set(at);
    for (Residuals each : residuals) {
      each.addTo(
          (residual, scale, gradient) -> {
            for (int j = 0; j < row.length; j++) {
              row[j] = scale * gradient[j];
            }
            system.add(row, -residual);
          },
          jet);
    }
    return system;
  }

  private double cost(double[] at) {
    double[] sum = new double[1];
    jet.set(at);
    for (Residuals each : residuals) {
      each.addTo((residual, scale, gradient) -> sum[0] += residual * residual, jet);
    }
    return Double.isNaN(sum[0]) ? Double.POSITIVE_INFINITY : sum[0];
  }

  /** Bounds of the coordinates, both sides included. */
  static final class Box {
    private final double[] lows;
    private final double[] highs;

    Box(double[] lows, double[] highs) {
      this.lows = lows;
      this.highs = highs;
    }

    double[] lows() {
      return lows.clone();
    }

    double[] highs() {
      return highs.clone();
    }

    /** This box of one bend, for as many bends as the coordinates have. */
    Box forBendsOf(double[] coordinates) {
      return new Box(repeat(lows, coordinates.length), repeat(highs, coordinates.length));
    }

    private static double[] repeat(double[] one, int length) {
      double[] repeated = new double[length];
      repeated[0] = one[0];
      for (int j = 1; j < length; j++) {
        repeated[j] = one[1 + (j - 1) % SviJet.PER_BEND];
      }
      return repeated;
    }

    double low(int j) {
      return lows[j];
    }

    double high(int j) {
      return highs[j];
    }

    double[] clamp(double[] coordinates) {
      double[] inside = coordinates.clone();
      for (int j = 0; j < inside.length; j++) {
        inside[j] = Math.min(highs[j], Math.max(lows[j], inside[j]));
      }
      return inside;
    }
  }
}
