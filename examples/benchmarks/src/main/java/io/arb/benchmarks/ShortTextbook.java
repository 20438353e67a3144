package io.arb.benchmarks;

/**
 * The textbook on the five-term approximation of M. Abramowitz and I. Stegun, "Handbook of
 * Mathematical Functions", 26.2.17, absolute error 7.5e-8: the code most people have written once.
 */
final class ShortTextbook extends TextbookBlack {
  @Override
  double cumulative(double z) {
    double upper = upperTail(Math.abs(z));
    return z < 0 ? upper : 1 - upper;
  }

  private static double upperTail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double sum = 1.330274429;
    sum = sum * t - 1.821255978;
    sum = sum * t + 1.781477937;
    sum = sum * t - 0.356563782;
    sum = sum * t + 0.319381530;
    return 0.3989422804014327 * Math.exp(-z * z / 2) * sum * t;
  }
}
