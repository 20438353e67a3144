package io.arb.greeks.hedgesim;

import io.arb.greeks.band.BandPolicy;
import io.arb.greeks.band.FixedBand;

/**
 * Looks at every {@code everySteps}-th observation, the first included, and takes what the policy
 * wants: a band looked at every step, or Leland's and the plain delta at fixed times.
 *
 * @param everySteps at least 1
 */
public record BandHedger(BandPolicy policy, int everySteps) implements Hedger {
  public BandHedger {
    if (everySteps < 1) {
      throw new IllegalArgumentException("everySteps must be at least 1, got " + everySteps);
    }
  }

  /** All of the plain delta, every few steps. */
  public static BandHedger fixedTime(int everySteps) {
    return new BandHedger(BandPolicy.of(new FixedBand(0)), everySteps);
  }
}
