package io.arb.greeks.portfolio;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A sum that does not depend on the order of its terms: they are sorted, then added with the error
 * of every step carried along (A. Neumaier, 1974). The relative error is one rounding unless the
 * terms cancel to less than {@code 1e-16} of their size.
 */
final class CompensatedSum {
  private CompensatedSum() {}

  /** The sum of finite terms; 0 of none, never negative zero. */
  static double of(DoubleStream terms) {
    double[] sorted = terms.toArray();
    Arrays.sort(sorted);
    double sum = 0;
    double lost = 0;
    for (double term : sorted) {
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    }
    return sum + lost;
  }
}
