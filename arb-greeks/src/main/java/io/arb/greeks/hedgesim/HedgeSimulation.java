package io.arb.greeks.hedgesim;

/**
 * A book, the paths it is to meet and the rule that hedges it. Immutable; {@link #run} may be
 * called by any thread.
 *
 * <p>On each path the options are entered at their model value and the hedge starts from nothing;
 * at the end the options are worth their payoff, or their model value if they live longer, and the
 * hedge is closed by taking.
 *
 * @param paths none longer than the book's first expiry
 */
public record HedgeSimulation(
    OptionBook book, PathSource paths, Hedger hedger, HedgeCosts costs, Interest interest) {
  /** Share by which rounding may carry a path past an expiry. */
  private static final double ROUNDING = 1e-9;

  public HedgeSimulation {
    if (paths.horizonYears() > book.firstExpiryYears() * (1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "paths must end by the first expiry in "
              + book.firstExpiryYears()
              + " years, got "
              + paths.horizonYears());
    }
  }

  /**
   * Runs all paths. The result depends on the simulation alone, bit for bit, not on the threads.
   *
   * @param threads how many to use, 1 to 256
   */
  public SimulationResult run(int threads) {
    return new SimulationRun(this, false).run(threads);
  }

  /** As {@link #run}, with the parts of the profit; takes several times as long. */
  public SimulationResult runWithParts(int threads) {
    return new SimulationRun(this, true).run(threads);
  }

  /** Follows the first path step by step. */
  public HedgeReplay replay() {
    return HedgeReplay.of(this, paths.block(0).get());
  }

  double discountRate() {
    return switch (interest) {
      case EARNED -> book.rate();
      case IGNORED -> 0;
    };
  }
}
