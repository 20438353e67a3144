package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Geometric Brownian motion with drift, exact at every step: {@code S exp((drift - vol^2/2) dt +
 * vol sqrt(dt) Z)}.
 *
 * <p>Each block of paths has its own random stream, split off the seed in order, so what a path
 * looks like depends on the seed and its number alone.
 *
 * @param spotUsd where every path starts, above 0
 * @param drift expected growth per year; the rate for a risk-neutral path
 * @param volFraction realised volatility per square root of a year, at least 0
 * @param years length of a path, above 0
 * @param steps moves per path, 1 to 1,000,000
 * @param paths 1 to 10,000,000; even with {@code antithetic}
 * @param seed of the random numbers
 * @param antithetic every second path mirrors the random numbers of the one before
 */
public record GbmPaths(
    double spotUsd,
    double drift,
    double volFraction,
    double years,
    int steps,
    int paths,
    long seed,
    boolean antithetic)
    implements PathSource {
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_PATHS = 10_000_000;

  public GbmPaths {
    Arguments.positive("spotUsd", spotUsd);
    Arguments.finite("drift", drift);
    Arguments.notNegative("volFraction", volFraction);
    Arguments.positive("years", years);
    range("steps", steps, MOST_STEPS);
    range("paths", paths, MOST_PATHS);
    if (antithetic && paths % 2 != 0) {
      throw new IllegalArgumentException("paths must be even with antithetic, got " + paths);
    }
  }

  private static void range(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be from 1 to " + most + ", got " + value);
    }
  }

  @Override
  public double horizonYears() {
    return years;
  }

  @Override
  public int pathsPerDraw() {
    return antithetic ? 2 : 1;
  }

  @Override
  public Supplier<PricePath> block(int block) {
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom stream = root.split();
    for (int i = 0; i < block; i++) {
      stream = root.split();
    }
    return new Generator(stream, block * BLOCK);
  }

  private final class Generator implements Supplier<PricePath> {
    private final SplittableRandom random;
    private final double[] normals = new double[steps];
    private final double[] times = new double[steps + 1];
    private boolean mirrors;
    private int number;

    Generator(SplittableRandom random, int firstNumber) {
      this.random = random;
      this.number = firstNumber;
      for (int i = 1; i <= steps; i++) {
        times[i] = years * i / steps;
      }
    }

    @Override
    public PricePath get() {
      if (!mirrors) {
        draw();
      }
      PricePath path = path(mirrors ? -1 : 1);
      mirrors = antithetic && !mirrors;
      return path;
    }

    private void draw() {
      for (int i = 0; i < steps; i++) {
        normals[i] = random.nextGaussian();
      }
    }

    private PricePath path(int sign) {
      double interval = years / steps;
      double trend = (drift - volFraction * volFraction / 2) * interval;
      double deviation = sign * volFraction * Math.sqrt(interval);
      double[] prices = new double[steps + 1];
      prices[0] = spotUsd;
      for (int i = 0; i < steps; i++) {
        prices[i + 1] = prices[i] * Math.exp(trend + deviation * normals[i]);
      }
      return PricePath.drawn(times, prices, volFraction, seed + number++);
    }
  }
}
