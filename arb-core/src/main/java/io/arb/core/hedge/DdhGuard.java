package io.arb.core.hedge;

import io.arb.core.model.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the gamma DDH's orders have the effect that they should have. Owned by the engine
 * thread.
 *
 * <p>An aggressive order that traded must leave less delta than there was when it was decided;
 * otherwise what is believed about the position is wrong, and more of the same makes it worse.
 */
final class DdhGuard {
  /** An aggressive order and the delta it was to reduce. */
  private record Attempt(OrderIntent order, double absDeltaBefore) {}

  private static final int MAX_PAUSES = 10;

  private final int stuckAfter;
  private final Duration pause;
  private final List<OrderIntent> watched = new ArrayList<>();
  private @Nullable Attempt attempt;
  private @Nullable Instant notBefore;
  private int withoutEffect;
  private int rejections;
  private int hopeless;
  private String lastRefusal = "";

  DdhGuard(int stuckAfter, Duration pause) {
    this.stuckAfter = stuckAfter;
    this.pause = pause;
  }

  void sent(OrderIntent order) {
    watched.add(order);
  }

  void sentAggressive(OrderIntent order, double absDelta) {
    watched.add(order);
    attempt = new Attempt(order, absDelta);
  }

  /** True while the venue refuses orders: the next one waits a little longer each time. */
  boolean isPausing(Instant now) {
    return notBefore != null && now.isBefore(notBefore);
  }

  /** Looks at what became of the orders; the reason to halt, if there is one. */
  Optional<String> judge(double absDelta, Instant now) {
    for (OrderIntent order : List.copyOf(watched)) {
      if (!order.isLive()) {
        watched.remove(order);
        takeEnd(order, now);
      }
    }
    judgeEffect(absDelta);
    if (withoutEffect >= stuckAfter) {
      return Optional.of("hedge did not reduce delta, " + withoutEffect + " in a row");
    }
    if (hopeless >= stuckAfter) {
      return Optional.of("the venue refuses its orders: " + lastRefusal);
    }
    return Optional.empty();
  }

  void forget() {
    attempt = null;
    notBefore = null;
    withoutEffect = 0;
    rejections = 0;
    hopeless = 0;
  }

  private void takeEnd(OrderIntent order, Instant now) {
    Optional<Rejection> rejection = order.rejection();
    if (rejection.isEmpty()) {
      rejections = 0;
      hopeless = 0;
      notBefore = null;
      return;
    }
    rejections++;
    boolean maySucceed =
        rejection.get().isRetryable()
            || (order.isMoveRefused() && rejection.get() == Rejection.OTHER);
    hopeless = maySucceed ? 0 : hopeless + 1;
    lastRefusal = order.outcome();
    notBefore = now.plus(pause.multipliedBy(Math.min(rejections, MAX_PAUSES)));
  }

  private void judgeEffect(double absDelta) {
    if (attempt == null || attempt.order().isLive()) {
      return;
    }
    if (attempt.order().filled().isPositive()) {
      withoutEffect = absDelta < attempt.absDeltaBefore() ? 0 : withoutEffect + 1;
    }
    attempt = null;
  }
}
