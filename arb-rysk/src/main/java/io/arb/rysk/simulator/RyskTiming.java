package io.arb.rysk.simulator;

import java.time.Duration;

/**
 * How long things take at the simulated venue, by the clock it was given.
 *
 * @param auctionWindow how long quotes are collected, positive
 * @param settleAfter from a confirmation to the trade message
 * @param transferAfter from an accepted deposit to the credit
 * @param pingEvery between pings; a connection that left two unanswered is closed at the third
 * @param keepRfqs how long a closed request is remembered, at least a minute
 */
public record RyskTiming(
    Duration auctionWindow,
    DelayRange settleAfter,
    Duration transferAfter,
    Duration pingEvery,
    Duration keepRfqs) {
  public RyskTiming {
    if (!auctionWindow.isPositive() || !pingEvery.isPositive()) {
      throw new IllegalArgumentException(
          "auctionWindow and pingEvery must be positive, got "
              + auctionWindow
              + " and "
              + pingEvery);
    }
    if (transferAfter.isNegative() || keepRfqs.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "transferAfter must not be negative and keepRfqs at least a minute, got "
              + transferAfter
              + " and "
              + keepRfqs);
    }
  }

  /** Two seconds of auction, two to four to settle, two for a deposit, pings every twenty. */
  public static RyskTiming standard() {
    return new RyskTiming(
        Duration.ofSeconds(2),
        DelayRange.ofMillis(2_000, 4_000),
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofMinutes(12));
  }

  /** The same with another window and another time to settle. */
  public RyskTiming with(Duration window, DelayRange settle) {
    return new RyskTiming(window, settle, transferAfter, pingEvery, keepRfqs);
  }
}
