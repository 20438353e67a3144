package io.arb.deribit.simulator;

import java.time.Duration;

/**
 * How orders that would trade at arrival are held back, in all products but inverse perpetuals.
 *
 * @param delay zero: they are not
 * @param isShown true: they are answered at once as {@code speed_bumped} and fill later, as seen on
 *     the test net; false: the answer waits
 */
public record SpeedBump(Duration delay, boolean isShown) {
  /** Nobody is held back. */
  public static final SpeedBump NONE = new SpeedBump(Duration.ZERO, false);

  public SpeedBump {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative, got " + delay);
    }
  }

  boolean holds(Product product) {
    return !delay.isZero() && !product.isReciprocal();
  }
}
