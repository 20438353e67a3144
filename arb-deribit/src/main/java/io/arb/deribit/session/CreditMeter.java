package io.arb.deribit.session;

import io.arb.core.wire.RateBudget;
import io.arb.deribit.wire.WireAccount.GrantedRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's credits, kept on our side, because the venue ends the session of whoever has used
 * them up (10028): one pool for orders and cancels, one for subscriptions, one for all else. Owned
 * by the session's thread. Source: Deribit API, "Rate limits".
 */
final class CreditMeter {
  private static final Logger LOG = LoggerFactory.getLogger(CreditMeter.class);

  /** The part of what the venue grants that we use. */
  private static final BigDecimal SHARE = new BigDecimal("0.8");

  /** 3,000 of 30,000 credits each, 10,000 a second; of which we use four fifths. */
  private static final int SUBSCRIPTION_BURST = 8;

  private static final double SUBSCRIPTIONS_PER_SECOND = 2.5;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** The venue computes its tiers anew every hour. */
  private static final Duration HALF_RATE_FOR = Duration.ofHours(1);

  private final InstantSource ticks;
  private final RateBudget subscriptions;
  private final RateBudget other;
  private RequestRates rates;
  private RateBudget matching;
  private RateBudget throttle;
  private Instant halfRateUntil = Instant.MIN;

  CreditMeter(RequestRates rates, InstantSource ticks) {
    this.rates = rates;
    this.ticks = ticks;
    this.subscriptions = RateBudget.bucket(SUBSCRIPTION_BURST, SUBSCRIPTIONS_PER_SECOND, ticks);
    this.other = RateBudget.bucket(rates.otherBurst(), rates.otherPerSecond(), ticks);
    this.matching = matching(rates);
    this.throttle = throttle(rates);
  }

  private RateBudget matching(RequestRates of) {
    return RateBudget.bucket(of.matchingBurst(), of.matchingPerSecond(), ticks);
  }

  private RateBudget throttle(RequestRates of) {
    return RateBudget.bucket(1, of.matchingPerSecond() / 2, ticks);
  }

  /** Takes the credit that the call needs, or none. An order leaves the reserve to cancels. */
  boolean tryAcquire(Call call) {
    if (call.lane() == Call.Lane.PULSE) {
      return true;
    }
    if (!call.lane().isMatching()) {
      return (call.isSubscription() ? subscriptions : other).tryAcquire(1);
    }
    int needed = call.lane() == Call.Lane.ORDER ? 1 + rates.cancelReserve() : 1;
    boolean mayLeave = matching.waitFor(needed).isZero() && passesThrottle(call);
    return mayLeave && matching.tryAcquire(1);
  }

  private boolean passesThrottle(Call call) {
    boolean isThrottled = call.lane() == Call.Lane.ORDER && ticks.instant().isBefore(halfRateUntil);
    return !isThrottled || throttle.tryAcquire(1);
  }

  /** The venue said that the credits are used up: a pause, and then half the rate for an hour. */
  void exhausted(Call call) {
    (call.lane().isMatching() ? matching : call.isSubscription() ? subscriptions : other)
        .penalise(PAUSE);
    halfRateUntil = ticks.instant().plus(HALF_RATE_FOR);
  }

  /** The venue said what it grants: we use four fifths of it, and never more than configured. */
  void granted(GrantedRate grant) {
    double perSecond =
        Math.min(rates.matchingPerSecond(), grant.rate().multiply(SHARE).doubleValue());
    int burst = Math.min(rates.matchingBurst(), grant.burst().multiply(SHARE).intValue());
    boolean isLess = perSecond < rates.matchingPerSecond() || burst < rates.matchingBurst();
    if (isLess && perSecond > 0 && burst > 0) {
      LOG.warn("The venue grants {} orders and cancels a second, burst {}", perSecond, burst);
      rates =
          new RequestRates(
              perSecond,
              burst,
              Math.min(rates.cancelReserve(), burst - 1),
              rates.otherPerSecond(),
              rates.otherBurst());
      matching = matching(rates);
      throttle = throttle(rates);
    }
  }
}
