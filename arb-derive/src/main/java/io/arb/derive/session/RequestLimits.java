package io.arb.derive.session;

import io.arb.core.wire.RateBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The venue's two limits, kept on our side: matching requests and all others, in windows of five
 * seconds. Source: Derive API, "Rate limits".
 */
final class RequestLimits {
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final int matchingCapacity;
  private final RateBudget matching;
  private final RateBudget other;

  /** Limits of these rates a second; at least one request a window. */
  RequestLimits(BigDecimal matchingPerSecond, BigDecimal otherPerSecond, InstantSource ticks) {
    this.matchingCapacity = perWindow(matchingPerSecond);
    this.matching = RateBudget.window(matchingCapacity, WINDOW, ticks);
    this.other = RateBudget.window(perWindow(otherPerSecond), WINDOW, ticks);
  }

  private static int perWindow(BigDecimal perSecond) {
    BigDecimal window = perSecond.multiply(BigDecimal.valueOf(WINDOW.toSeconds()));
    return Math.max(1, window.setScale(0, RoundingMode.FLOOR).intValue());
  }

  boolean tryAcquire(Call.Lane lane) {
    return waitFor(lane).isZero() && budget(lane).tryAcquire(1);
  }

  /** How long until a request of the lane could leave if no other did. */
  Duration waitFor(Call.Lane lane) {
    boolean leavesOne = lane == Call.Lane.ORDER && matchingCapacity > 1;
    return budget(lane).waitFor(leavesOne ? 2 : 1);
  }

  /** The venue said when to come back. */
  void penalise(Call.Lane lane, Duration time) {
    budget(lane).penalise(time);
  }

  private RateBudget budget(Call.Lane lane) {
    return lane.isMatching() ? matching : other;
  }
}
