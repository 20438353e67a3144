package io.arb.greeks.hedgesim;

/**
 * Moments of a sample whose members may come in correlated groups of the same size (antithetic
 * pairs). Sums run in the order of the sample, so they reproduce bit by bit.
 */
final class Moments {
  private final double[] sample;
  private final int groupSize;
  private final double mean;
  private final double deviation;

  Moments(double[] sample, int groupSize) {
    this.sample = sample;
    this.groupSize = groupSize;
    this.mean = averageOf(0, 1);
    this.deviation = Math.sqrt(averageOf(mean, 2) * sample.length / Math.max(1, sample.length - 1));
  }

  Estimate mean() {
    return new Estimate(mean, standardErrorOf(value -> value));
  }

  /** The standard deviation; its error by the influence of each member on it. */
  Estimate deviation() {
    double error =
        deviation == 0
            ? 0
            : standardErrorOf(value -> (value - mean) * (value - mean) / (2 * deviation));
    return new Estimate(deviation, error);
  }

  /** The skewness; its error by the influence of each member on it. */
  Estimate skewness() {
    if (deviation == 0) {
      return new Estimate(0, 0);
    }
    double root = Math.sqrt(averageOf(mean, 2));
    double skewness = averageOf(mean, 3) / (root * root * root);
    double error =
        standardErrorOf(
            value -> {
              double z = (value - mean) / root;
              return z * z * z - 3 * z - 1.5 * skewness * (z * z - 1);
            });
    return new Estimate(skewness, error);
  }

  double excessKurtosis() {
    return deviation == 0 ? 0 : averageOf(mean, 4) / Math.pow(averageOf(mean, 2), 2) - 3;
  }

  private interface Influence {
    double of(double value);
  }

  /** Average of a power of the distance from a centre. */
  private double averageOf(double centre, int power) {
    double sum = 0;
    for (double value : sample) {
      double factor = value - centre;
      double product = factor;
      for (int i = 1; i < power; i++) {
        product *= factor;
      }
      sum += product;
    }
    return sum / sample.length;
  }

  /** Of the average influence, the groups being independent; 0 when there is only one. */
  private double standardErrorOf(Influence influence) {
    int groups = sample.length / groupSize;
    double[] averages = new double[groups];
    for (int i = 0; i < groups * groupSize; i++) {
      averages[i / groupSize] += influence.of(sample[i]) / groupSize;
    }
    double centre = 0;
    for (double average : averages) {
      centre += average / groups;
    }
    double squares = 0;
    for (double average : averages) {
      squares += (average - centre) * (average - centre);
    }
    return groups < 2 ? 0 : Math.sqrt(squares / (groups - 1) / groups);
  }
}
