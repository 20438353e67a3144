package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * Hedging at fixed intervals with a volatility that has the cost in it (H. E. Leland, "Option
 * pricing and replication with transactions costs", 1985): no band, but another delta. With the
 * Leland number {@code A = sqrt(8/pi) cost / (vol sqrt(interval))} the variance is multiplied by
 * {@code 1 + A} for a short position and by {@code 1 - A} for a long one.
 *
 * @param costFraction one-way proportional cost, fee and half spread together, at least 0
 * @param intervalYears time between two hedges, above 0; whoever calls keeps to it
 */
public record Leland(double costFraction, double intervalYears) implements HedgeBand {
  private static final double SQRT_EIGHT_OVER_PI = Math.sqrt(8 / Math.PI);

  public Leland {
    Arguments.notNegative("costFraction", costFraction);
    Arguments.positive("intervalYears", intervalYears);
  }

  /** The Leland number at a volatility above 0. */
  public double number(double volFraction) {
    return SQRT_EIGHT_OVER_PI * costFraction / (volFraction * Math.sqrt(intervalYears));
  }

  /** The volatility to hedge with; {@code volFraction} itself where a long position has A >= 1. */
  public double hedgingVol(double volFraction, boolean isShortGamma) {
    return volFraction * volScale(volFraction, isShortGamma);
  }

  @Override
  public DeltaBand around(HedgedPosition position) {
    double scale = volScale(position.volFraction(), position.isShortGamma());
    return DeltaBand.symmetric(position.deltaByVolScale().deltaAt(scale), 0);
  }

  private double volScale(double volFraction, boolean isShortGamma) {
    double number = number(volFraction);
    double variance = isShortGamma ? 1 + number : 1 - number;
    return variance > 0 ? Math.sqrt(variance) : 1;
  }
}
