package io.arb.greeks;

/**
 * {@link DeviationGuess#fromPrice} of many options, to the same bits.
 *
 * <p>Short loops without branches, which the compiler turns into vector instructions; both sides of
 * a choice are computed and one is taken. Owned by one thread.
 */
final class BatchGuess {
  /** The guesses, valid until the next call. */
  final double[] result;

  private final double[] nearMoneyness;
  private final double[] nearDeviation;
  private final double[] logarithm;
  private final double[] moneyness;
  private final double[] deviation;

  BatchGuess(int size) {
    result = new double[size];
    nearMoneyness = new double[size];
    nearDeviation = new double[size];
    logarithm = new double[size];
    moneyness = new double[size];
    deviation = new double[size];
  }

  void compute(double[] distance, double[] price, int count) {
    near(distance, price, count);
    far(distance, price, count);
    choose(distance, price, count);
    for (int j = 0; j < count; j++) {
      result[j] = DeviationGuess.corrected(moneyness[j], deviation[j]);
    }
    replaceUnfitted(distance, price, count);
  }

  private void near(double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      double straddle = DeviationGuess.straddle(distance[j], price[j]);
      double share = distance[j] / straddle;
      double ratio = DeviationGuess.nearRatio(share);
      nearMoneyness[j] = share * ratio;
      nearDeviation[j] = straddle / ratio;
    }
  }

  private void far(double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      logarithm[j] = Math.log(price[j] / distance[j]);
    }
    for (int j = 0; j < count; j++) {
      double h = DeviationGuess.farMoneyness(logarithm[j]);
      moneyness[j] = h;
      deviation[j] = distance[j] / h;
    }
  }

  private void choose(double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      double straddle = DeviationGuess.straddle(distance[j], price[j]);
      boolean near = DeviationGuess.isNear(distance[j], straddle);
      moneyness[j] = near ? nearMoneyness[j] : moneyness[j];
      deviation[j] = near ? nearDeviation[j] : deviation[j];
    }
  }

  private void replaceUnfitted(double[] distance, double[] price, int count) {
    for (int j = 0; j < count; j++) {
      if (!DeviationGuess.isFitted(deviation[j])) {
        result[j] = DeviationGuess.fromPrice(distance[j], price[j], 0);
      }
    }
  }
}
