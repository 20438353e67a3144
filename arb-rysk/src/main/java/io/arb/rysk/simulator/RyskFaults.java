package io.arb.rysk.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is wrong with the venue at the moment. Immutable.
 *
 * @param active all at once
 * @param clockSkew how far the venue's clock is ahead (positive) or behind: moves the times it
 *     writes and those it compares with, not the length of its delays
 * @param tradeDelay trade messages come so much later than the trade, not negative
 */
public record RyskFaults(Set<RyskFault> active, Duration clockSkew, Duration tradeDelay) {
  private static final RyskFaults NONE = new RyskFaults(Set.of(), Duration.ZERO, Duration.ZERO);

  public RyskFaults {
    active = Set.copyOf(active);
    if (tradeDelay.isNegative()) {
      throw new IllegalArgumentException("tradeDelay must not be negative, got " + tradeDelay);
    }
  }

  /** Nothing is wrong. */
  public static RyskFaults none() {
    return NONE;
  }

  public static RyskFaults of(RyskFault first, RyskFault... others) {
    return new RyskFaults(EnumSet.of(first, others), Duration.ZERO, Duration.ZERO);
  }

  public RyskFaults withClockSkew(Duration skew) {
    return new RyskFaults(active, skew, tradeDelay);
  }

  public RyskFaults withTradeDelay(Duration delay) {
    return new RyskFaults(active, clockSkew, delay);
  }

  boolean has(RyskFault fault) {
    return active.contains(fault);
  }
}
