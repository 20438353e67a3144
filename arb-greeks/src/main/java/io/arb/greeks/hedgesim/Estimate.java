package io.arb.greeks.hedgesim;

/**
 * A number measured on a sample.
 *
 * @param value the best guess
 * @param standardError one standard deviation of its error
 */
public record Estimate(double value, double standardError) {
  /** The same in another unit. */
  Estimate times(double factor) {
    return new Estimate(factor * value, Math.abs(factor) * standardError);
  }
}
