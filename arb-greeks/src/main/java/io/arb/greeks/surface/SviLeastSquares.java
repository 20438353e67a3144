package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import java.util.Comparator;
import java.util.List;

/**
 * Fits raw SVI to total variances by (weighted) least squares, with Lee's bound and no negative
 * total variance, but no other arbitrage condition. Market quotes, which are bands and not points,
 * are fitted by {@link SmileFitter}. Stateless; safe from any thread.
 */
public final class SviLeastSquares {
  private static final double TO_THE_LAST_DIGIT = 1e-12;

  private SviLeastSquares() {}

  /**
   * The smile closest to the points.
   *
   * @param k log-moneynesses, ascending, at least 5
   * @param totalVariance as many, above 0
   * @param weights of the squared errors, as many, above 0
   * @throws IllegalArgumentException if the arrays break these rules
   */
  public static RawSvi fit(double[] k, double[] totalVariance, double[] weights) {
    check(k, totalVariance, weights);
    double[] roots = new double[weights.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(weights[i]);
    }
    StartingPoints starts = new StartingPoints(new QuasiExplicit(k, totalVariance, roots), k);
    LeastSquares search =
        new LeastSquares(List.of(points(k, totalVariance, roots)), starts.box(), TO_THE_LAST_DIGIT);
    return starts.best().stream()
        .map(start -> search.solve(start.coordinates()))
        .min(Comparator.comparingDouble(LeastSquares.Solution::cost))
        .map(best -> SviJet.bend(best.coordinates()))
        .orElseThrow();
  }

  private static Residuals points(double[] k, double[] w, double[] roots) {
    return (sink, jet) -> {
      for (int i = 0; i < k.length; i++) {
        jet.at(k[i]);
        sink.add(roots[i] * (jet.w - w[i]), roots[i], jet.byW);
      }
    };
  }

  private static void check(double[] k, double[] w, double[] weights) {
    if (k.length <= SviJet.PER_BEND || w.length != k.length || weights.length != k.length) {
      throw new IllegalArgumentException(
          "k, totalVariance and weights must have the same length of at least 5, got %d, %d, %d"
              .formatted(k.length, w.length, weights.length));
    }
    for (int i = 0; i < k.length; i++) {
      Arguments.finite("k", k[i]);
      Arguments.positive("totalVariance", w[i]);
      Arguments.positive("weights", weights[i]);
      if (i > 0 && k[i] <= k[i - 1]) {
        throw new IllegalArgumentException("k must ascend, got " + k[i] + " after " + k[i - 1]);
      }
    }
  }
}
