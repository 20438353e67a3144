package io.arb.greeks;

/**
 * One step of {@link TotalDeviation} on the logarithm of the price, for many options, to the same
 * bits: see {@link BatchGuess} for how and why. Owned by one thread.
 */
final class BatchStep {
  /** The deviations after the step, valid until the next call. */
  final double[] result;

  private final double[] h;
  private final double[] t;
  private final double[] near;
  private final double[] u;
  private final double[] v;
  private final double[] p;
  private final double[] q;
  private final double[] slopeP;
  private final double[] slopeQ;
  private final double[] elasticity;
  private final double[] ratio;

  BatchStep(int size) {
    result = new double[size];
    h = new double[size];
    t = new double[size];
    near = new double[size];
    u = new double[size];
    v = new double[size];
    p = new double[size];
    q = new double[size];
    slopeP = new double[size];
    slopeQ = new double[size];
    elasticity = new double[size];
    ratio = new double[size];
  }

  void compute(double[] from, double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      h[j] = distance[j] / from[j];
      t[j] = from[j] / 2;
      near[j] = h[j] - t[j];
    }
    elasticities(from, count);
    for (int j = 0; j < count; j++) {
      ratio[j] = TotalDeviation.lowRatio(from[j], price[j], elasticity[j]);
    }
    for (int j = 0; j < count; j++) {
      ratio[j] = Math.log(ratio[j]);
    }
    for (int j = 0; j < count; j++) {
      result[j] = TotalDeviation.afterLowStep(from[j], h[j], t[j], elasticity[j], ratio[j]);
    }
  }

  /** {@link NormalisedBlack#elasticity}. */
  private void elasticities(double[] from, int count) {
    polynomials(from, count);
    for (int j = 0; j < count; j++) {
      elasticity[j] =
          MillsRatio.gapOverDifference(near[j], from[j], p[j], q[j], slopeP[j], slopeQ[j]);
    }
    for (int j = 0; j < count; j++) {
      if (!(near[j] >= MillsRatio.LEAST)) {
        elasticity[j] = NormalisedBlack.elasticityPastTheMoney(h[j], t[j]);
      }
    }
  }

  private void polynomials(double[] from, int count) {
    for (int j = 0; j < count; j++) {
      u[j] = near[j] - MillsRatio.LEAST;
      v[j] = near[j] + from[j] - MillsRatio.LEAST;
    }
    for (int j = 0; j < count; j++) {
      p[j] = MillsRatio.p(u[j]);
    }
    for (int j = 0; j < count; j++) {
      q[j] = MillsRatio.q(u[j]);
    }
    for (int j = 0; j < count; j++) {
      slopeP[j] = MillsRatio.slopeP(u[j], v[j]);
    }
    for (int j = 0; j < count; j++) {
      slopeQ[j] = MillsRatio.slopeQ(u[j], v[j]);
    }
  }
}
