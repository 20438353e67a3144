package io.arb.core.wire;

import java.time.Duration;

/**
 * When a connection counts as dead although nobody closed it. Immutable.
 *
 * @param pingEvery time between pings that we send; positive
 * @param deadAfter longest silence (no text and no pong) of a live connection; longer than {@code
 *     pingEvery}, or every healthy but quiet connection would be dropped
 */
public record LivenessPolicy(Duration pingEvery, Duration deadAfter) {
  /** A ping every 15 s, dead after 30 s of silence. */
  public static final LivenessPolicy STANDARD =
      new LivenessPolicy(Duration.ofSeconds(15), Duration.ofSeconds(30));

  public LivenessPolicy {
    if (!pingEvery.isPositive()) {
      throw new IllegalArgumentException(
          "LivenessPolicy pingEvery must be a positive duration, got " + pingEvery);
    }
    if (deadAfter.compareTo(pingEvery) <= 0) {
      throw new IllegalArgumentException(
          "LivenessPolicy deadAfter must be longer than pingEvery, "
              + pingEvery
              + ", got "
              + deadAfter);
    }
  }
}
