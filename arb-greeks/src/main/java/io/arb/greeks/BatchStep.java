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
  private final double[] remainder;
  private final double[] tail;
  private final double[] near;
  private final double[] far;
  private final double[] perDeviation;
  private final double[] ratio;

  BatchStep(int size) {
    result = new double[size];
    h = new double[size];
    t = new double[size];
    remainder = new double[size];
    tail = new double[size];
    near = new double[size];
    far = new double[size];
    perDeviation = new double[size];
    ratio = new double[size];
  }

  void compute(double[] from, double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      h[j] = distance[j] / from[j];
      t[j] = from[j] / 2;
    }
    series(count);
    differences(count);
    for (int j = 0; j < count; j++) {
      ratio[j] = TotalDeviation.lowRatio(from[j], price[j], perDeviation[j]);
    }
    for (int j = 0; j < count; j++) {
      ratio[j] = Math.log(ratio[j]);
    }
    for (int j = 0; j < count; j++) {
      result[j] = TotalDeviation.afterLowStep(from[j], h[j], t[j], perDeviation[j], ratio[j]);
    }
  }

  private void series(int count) {
    for (int j = 0; j < count; j++) {
      remainder[j] = UpperTail.remainder(h[j]);
    }
    for (int j = 0; j < count; j++) {
      tail[j] = PriceOverSlope.seriesTail(h[j], t[j]);
    }
    for (int j = 0; j < count; j++) {
      perDeviation[j] = PriceOverSlope.series(h[j], t[j], remainder[j], tail[j]);
    }
  }

  private void differences(int count) {
    for (int j = 0; j < count; j++) {
      near[j] = UpperTail.ratio(Math.abs(t[j] - h[j]));
    }
    for (int j = 0; j < count; j++) {
      far[j] = UpperTail.ratio(t[j] + h[j]);
    }
    for (int j = 0; j < count; j++) {
      if (!PriceOverSlope.isSeries(h[j], t[j])) {
        perDeviation[j] = PriceOverSlope.difference(h[j], t[j], near[j], far[j]);
      }
    }
  }
}
