package io.arb.benchmarks;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The textbook on Apache commons-statistics. */
final class CommonsTextbook extends TextbookBlack {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Override
  double cumulative(double z) {
    return NORMAL.cumulativeProbability(z);
  }
}
