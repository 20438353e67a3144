package io.arb.derive.session;

import io.arb.core.wire.RateBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The venue's limits, kept on our side: matching requests and all others, in windows of five
 * seconds, and the matching requests of each instrument in a bucket of its own. Source: Derive API,
 * "Rate limits". Owned by the session's thread.
 */
final class RequestLimits {
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private final RequestRates rates;
  private final InstantSource ticks;
  private final int matchingCapacity;
  private final RateBudget matching;
  private final RateBudget other;
  private final Map<String, RateBudget> instruments = new HashMap<>();

  /** Limits of these rates; at least one request a window. */
  RequestLimits(RequestRates rates, InstantSource ticks) {
    this.rates = rates;
    this.ticks = ticks;
    this.matchingCapacity = perWindow(rates.matchingPerSecond());
    this.matching = RateBudget.window(matchingCapacity, WINDOW, ticks);
    this.other = RateBudget.window(perWindow(rates.otherPerSecond()), WINDOW, ticks);
  }

  private static int perWindow(BigDecimal perSecond) {
    BigDecimal window = perSecond.multiply(BigDecimal.valueOf(WINDOW.toSeconds()));
    return Math.max(1, window.setScale(0, RoundingMode.FLOOR).intValue());
  }

  /** Takes the permits that the call needs, or none. An order leaves one of each to a cancel. */
  boolean tryAcquire(Call call) {
    Optional<RateBudget> own = call.instrument().map(this::ofInstrument);
    boolean mayLeave =
        isThere(budget(call.lane()), matchingCapacity, call.lane())
            && own.map(budget -> isThere(budget, rates.instrumentBurst(), call.lane()))
                .orElse(true);
    return mayLeave
        && budget(call.lane()).tryAcquire(1)
        && own.map(budget -> budget.tryAcquire(1)).orElse(true);
  }

  private static boolean isThere(RateBudget budget, int capacity, Call.Lane lane) {
    boolean leavesOne = lane == Call.Lane.ORDER && capacity > 1;
    return budget.waitFor(leavesOne ? 2 : 1).isZero();
  }

  /** The venue said when to come back. */
  void penalise(Call call, Duration time) {
    budget(call.lane()).penalise(time);
  }

  private RateBudget ofInstrument(String instrument) {
    return instruments.computeIfAbsent(
        instrument,
        name ->
            RateBudget.bucket(
                rates.instrumentBurst(), rates.instrumentPerSecond().doubleValue(), ticks));
  }

  private RateBudget budget(Call.Lane lane) {
    return lane.isMatching() ? matching : other;
  }
}
