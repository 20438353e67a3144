package io.arb.greeks.hedgesim;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a simulation block by block. Every path has its own places in the arrays, so threads never
 * write to the same one, and sums are made afterwards in the order of the paths.
 */
final class SimulationRun {
  private static final int MOST_THREADS = 256;

  private final HedgeSimulation simulation;
  private final int paths;
  private final double[] pnl;
  private final double[] cost;
  private final double[] turnover;
  private final double[] trades;
  private final double[] makerFills;
  private final PnlParts[] parts;

  SimulationRun(HedgeSimulation simulation, boolean withParts) {
    this.simulation = simulation;
    this.paths = simulation.paths().paths();
    this.pnl = new double[paths];
    this.cost = new double[paths];
    this.turnover = new double[paths];
    this.trades = new double[paths];
    this.makerFills = new double[paths];
    this.parts = new PnlParts[withParts ? paths : 0];
  }

  SimulationResult run(int threads) {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException(
          "threads must be from 1 to " + MOST_THREADS + ", got " + threads);
    }
    int blocks = (paths + PathSource.BLOCK - 1) / PathSource.BLOCK;
    Blocks.run(blocks, Math.min(threads, blocks), this::runBlock);
    Moments profit = moments(pnl);
    return new SimulationResult(
        paths,
        profit.mean(),
        profit.deviation(),
        profit.skewness(),
        profit.excessKurtosis(),
        moments(cost).mean(),
        moments(turnover).mean(),
        moments(trades).mean(),
        moments(makerFills).mean(),
        meanParts());
  }

  private void runBlock(int block) {
    Supplier<PricePath> source = simulation.paths().block(block);
    int first = block * PathSource.BLOCK;
    int end = Math.min(first + PathSource.BLOCK, paths);
    for (int i = first; i < end; i++) {
      runPath(i, source.get());
    }
  }

  private void runPath(int i, PricePath path) {
    PathResult result;
    if (parts.length == 0) {
      result = new PathRun(simulation, path, StepObserver.NONE).run();
    } else {
      Attribution attribution = new Attribution(simulation.book(), path);
      result = new PathRun(simulation, path, attribution).run();
      parts[i] = attribution.parts(result);
    }
    pnl[i] = result.pnlUsd();
    cost[i] = result.costUsd();
    turnover[i] = result.turnoverUsd();
    trades[i] = result.trades();
    makerFills[i] = result.makerFills();
  }

  private Moments moments(double[] sample) {
    return new Moments(sample, simulation.paths().pathsPerDraw());
  }

  private Optional<PnlParts> meanParts() {
    if (parts.length == 0) {
      return Optional.empty();
    }
    PnlParts sum = PnlParts.NONE;
    for (PnlParts part : parts) {
      sum = sum.plus(part);
    }
    return Optional.of(sum.times(1.0 / paths));
  }
}
