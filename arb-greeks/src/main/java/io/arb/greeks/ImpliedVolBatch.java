package io.arb.greeks;

import io.arb.greeks.ImpliedVolSolver.Status;
import java.util.Objects;

/**
 * Implied volatilities of many options at once: the results of {@link ImpliedVolSolver}, to the
 * last bit, in about half of the time an option.
 *
 * <p>One option is a chain of operations each of which waits for the one before. Here a block of
 * options goes through each stage together, in loops so short that the compiler turns them into
 * vector instructions. Options next to their highest price gain nothing: they are solved one by
 * one. Allocates nothing after construction. Owned by one thread: the scratch space is reused.
 */
public final class ImpliedVolBatch {
  private static final int BLOCK = 128;

  private final int[] index = new int[BLOCK];
  private final double[] distance = new double[BLOCK];
  private final double[] price = new double[BLOCK];
  private final BatchGuess guess = new BatchGuess(BLOCK);
  private final BatchStep step = new BatchStep(BLOCK);

  /**
   * Solves the first {@code count} rows.
   *
   * @param results receives {@code count} volatilities, or what stands for a {@link Status}; may be
   *     the volatility column of {@code in}, which is not read
   * @param in options in the units of {@link ImpliedVolSolver#solve}
   * @param pricesUsd observed values in USD per unit, discounted with each option's rate
   * @param count from 0 to the smallest size of the three
   * @throws IndexOutOfBoundsException if there is no room for that many rows
   */
  public void solve(double[] results, OptionColumns in, double[] pricesUsd, int count) {
    int room = Math.min(in.size(), Math.min(results.length, pricesUsd.length));
    Objects.checkFromIndexSize(0, count, room);
    for (int from = 0; from < count; from += BLOCK) {
      int live = gather(results, in, pricesUsd, from, Math.min(from + BLOCK, count));
      guess.compute(distance, price, live);
      step.compute(guess.result, distance, price, live);
      finish(live, in.years, results);
    }
  }

  /** Gathers the options that one step after a guess should solve, and solves the others. */
  private int gather(double[] results, OptionColumns in, double[] prices, int from, int to) {
    int live = 0;
    for (int i = from; i < to; i++) {
      OptionType type = in.type[i];
      double forward = in.forwardUsd[i];
      double strike = in.strikeUsd[i];
      double years = in.years[i];
      double undiscounted = prices[i] / Domain.discount(in.rate[i], years);
      if (normalise(live, type, undiscounted, forward, strike, years)) {
        index[live] = i;
        live++;
      } else {
        results[i] = ImpliedVolSolver.solve(type, undiscounted, forward, strike, years);
      }
    }
    return live;
  }

  /** Puts an option into a lane and says whether it may stay there. */
  private boolean normalise(
      int lane, OptionType type, double priceUsd, double forward, double strike, double years) {
    double root = ImpliedVolSolver.geometricMean(forward, strike);
    double missing = ImpliedVolSolver.maximum(type, forward, strike) - priceUsd;
    price[lane] = ImpliedVolSolver.timeValue(type, priceUsd, forward, strike, years) / root;
    distance[lane] = LogMoneyness.distance(forward, strike);
    return TotalDeviation.isOrdinary(price[lane], missing / root);
  }

  private void finish(int live, double[] years, double[] results) {
    for (int j = 0; j < live; j++) {
      double solved =
          TotalDeviation.afterFirstStep(guess.result[j], step.result[j], distance[j], price[j]);
      results[index[j]] = solved / Math.sqrt(years[index[j]]);
    }
  }
}
