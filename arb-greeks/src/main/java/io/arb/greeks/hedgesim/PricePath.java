package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;

/**
 * What the underlying did, observation by observation, the first at time 0. Immutable: the arrays
 * are copied in and never handed out.
 */
public final class PricePath {
  private final double[] years;
  private final double[] pricesUsd;
  private final double[] volShifts;

  /** Volatility of what happens between observations; 0 if only they are known. */
  private final double bridgeVolFraction;

  private final long bridgeSeed;

  private PricePath(
      double[] years,
      double[] pricesUsd,
      double[] volShifts,
      double bridgeVolFraction,
      long bridgeSeed) {
    this.years = years;
    this.pricesUsd = pricesUsd;
    this.volShifts = volShifts;
    this.bridgeVolFraction = bridgeVolFraction;
    this.bridgeSeed = bridgeSeed;
  }

  /**
   * A path of its own times, prices and volatilities.
   *
   * @param years since the first observation: 0, then rising
   * @param pricesUsd as many, each above 0
   * @param volShifts how far implied volatility is above what the book was priced with, as many;
   *     empty for a volatility that stands still
   * @throws IllegalArgumentException if there are under two observations, lengths differ, times do
   *     not rise from 0, or a number is out of range
   */
  public static PricePath of(double[] years, double[] pricesUsd, double[] volShifts) {
    check(years.length >= 2, "a path needs 2 observations, got " + years.length);
    check(pricesUsd.length == years.length, "pricesUsd must be as many as years");
    check(
        volShifts.length == 0 || volShifts.length == years.length,
        "volShifts must be as many as years, or none");
    check(years[0] == 0, "years must begin at 0, got " + years[0]);
    for (int i = 0; i < years.length; i++) {
      Arguments.finite("years[" + i + "]", years[i]);
      Arguments.positive("pricesUsd[" + i + "]", pricesUsd[i]);
      check(i == 0 || years[i] > years[i - 1], "years must rise, got " + years[i] + " at " + i);
    }
    for (double shift : volShifts) {
      Arguments.finite("volShifts", shift);
    }
    return new PricePath(years.clone(), pricesUsd.clone(), volShifts.clone(), 0, 0);
  }

  /** Equally spaced observations with a volatility that stands still. */
  public static PricePath evenly(double intervalYears, double... pricesUsd) {
    Arguments.positive("intervalYears", intervalYears);
    double[] years = new double[pricesUsd.length];
    for (int i = 0; i < years.length; i++) {
      years[i] = i * intervalYears;
    }
    return of(years, pricesUsd, new double[0]);
  }

  /** For recordings that do not change the arrays again. */
  static PricePath recorded(double[] years, double[] pricesUsd, double[] volShifts) {
    return new PricePath(years, pricesUsd, volShifts, 0, 0);
  }

  /** For random paths, which do not change the arrays again and share the times. */
  static PricePath drawn(double[] years, double[] pricesUsd, double volFraction, long seed) {
    return new PricePath(years, pricesUsd, new double[0], volFraction, seed);
  }

  /** Number of moves: one less than observations. */
  public int steps() {
    return years.length - 1;
  }

  /** Years since the first observation. */
  public double years(int observation) {
    return years[observation];
  }

  /** Price at an observation. */
  public double priceUsd(int observation) {
    return pricesUsd[observation];
  }

  /** Shift of implied volatility at an observation. */
  public double volShift(int observation) {
    return volShifts.length == 0 ? 0 : volShifts[observation];
  }

  /** What happened between the observations; the same every time it is asked for. */
  PriceExtremes extremes() {
    return new PriceExtremes(this, bridgeVolFraction, bridgeSeed);
  }

  /** Years from the first observation to the last. */
  public double horizonYears() {
    return years[steps()];
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
