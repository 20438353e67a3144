package io.arb.core.paper;

import io.arb.core.model.Underlying;
import java.time.Duration;

/**
 * Which market a paper market plays.
 *
 * @param underlying ETH: the only one with a recorded chain
 * @param seed of everything random
 * @param speed seconds of the price path that pass in one second of the clock; 1 is real time
 * @param startOffset where in the price path the market begins, not negative
 */
public record PaperMarketConfig(
    Underlying underlying, long seed, double speed, Duration startOffset) {
  public PaperMarketConfig {
    if (!(speed >= 0 && speed <= 100_000)) {
      throw new IllegalArgumentException("speed must be from 0 to 100000, got " + speed);
    }
    if (startOffset.isNegative()) {
      throw new IllegalArgumentException("startOffset must not be negative, got " + startOffset);
    }
  }

  /** ETH in real time from the start of the path. */
  public static PaperMarketConfig eth(long seed) {
    return new PaperMarketConfig(new Underlying("ETH"), seed, 1, Duration.ZERO);
  }
}
