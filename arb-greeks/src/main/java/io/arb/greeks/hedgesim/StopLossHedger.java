package io.arb.greeks.hedgesim;

/**
 * Holds what would be exercised and nothing else: fully covered in the money, naked out of it. It
 * looks cheap and is not; a rule to measure others by (J. C. Hull, "Options, Futures, and Other
 * Derivatives", section 19.3).
 *
 * @param everySteps looks at every so many observations, at least 1
 */
public record StopLossHedger(int everySteps) implements Hedger {
  public StopLossHedger {
    if (everySteps < 1) {
      throw new IllegalArgumentException("everySteps must be at least 1, got " + everySteps);
    }
  }
}
