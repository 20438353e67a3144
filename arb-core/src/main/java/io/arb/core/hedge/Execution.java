package io.arb.core.hedge;

import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Trades one quantity of one instrument, with one order at a time: the next one is for what is
 * proven to remain, and is made only when the end of the one before it is proven. Owned by the
 * engine thread.
 */
final class Execution {
  /**
   * What is to be done.
   *
   * @param remaining what is left to trade, by fills; not above zero when there is nothing
   * @param unlistedAfter how long the instrument may be untraded before it counts as unavailable
   * @param blindAfter the same for its book and value
   */
  record Job(
      OrderPurpose purpose,
      Instrument instrument,
      Side side,
      Supplier<Quantity> remaining,
      ExecutionAlgorithm algorithm,
      Duration unlistedAfter,
      Duration blindAfter) {}

  private final HedgeDesk desk;
  private final Job job;
  private final HedgeTally tally;
  private final List<OrderIntent> working = new ArrayList<>();
  private @Nullable Instant since;
  private @Nullable Instant blindSince;
  private @Nullable Instant notBefore;
  private @Nullable Rejection lastRejection;
  private String lastDetail = "";
  private boolean hurried;
  private int failures;
  private int refusedMoves;

  Execution(HedgeDesk desk, Job job, HedgeTally tally) {
    this.desk = desk;
    this.job = job;
    this.tally = tally;
  }

  Quantity remaining() {
    return job.remaining().get();
  }

  Progress advance(Instant now, List<Command> commands) {
    takeEnds(now);
    boolean connected = desk.intents().isConnected();
    Optional<ExecutionAlgorithm.Wish> wish = connected ? wish(now) : Optional.empty();
    blindSince = wish.isPresent() || !connected ? null : blindSince == null ? now : blindSince;
    if (!working.isEmpty()) {
      if (connected) {
        steer(wish, now, commands);
      }
      return Progress.WORKING;
    }
    if (!remaining().isPositive()) {
      return Progress.DONE;
    }
    return connected ? next(wish, now, commands) : Progress.WORKING;
  }

  /** True once waiting is over, by time or by failures. */
  private boolean isImpatient(Instant now) {
    Instant start = since == null ? now : since;
    return hurried || !now.isBefore(start.plus(desk.config().escalateAfter()));
  }

  private Optional<ExecutionAlgorithm.Wish> wish(Instant now) {
    if (since == null) {
      since = now;
    }
    return LegMarket.look(desk.market(), desk.intents(), job.instrument(), now)
        .flatMap(market -> job.algorithm().wish(market, job.side(), isImpatient(now)));
  }

  private void takeEnds(Instant now) {
    for (OrderIntent order : List.copyOf(working)) {
      if (!order.isLive()) {
        working.remove(order);
        takeEnd(order, now);
      }
    }
  }

  private void takeEnd(OrderIntent order, Instant now) {
    if (order.isMoveRefused()) {
      refusedMoves++;
    } else if (isExcused(order, now)) {
      notBefore = now.plus(desk.config().retryPause());
    } else if (order.filled().isPositive()) {
      notBefore = order.rests() ? null : now.plus(desk.config().retryPause());
    } else if (order.rejection().isPresent() || !order.isCancelling()) {
      failures++;
      lastRejection = order.rejection().orElse(Rejection.NO_LIQUIDITY);
      lastDetail = order.outcome();
      notBefore = now.plus(desk.config().retryPause().multipliedBy(failures));
    }
  }

  /** "Too many requests" is no verdict on the order; but it does not excuse for ever. */
  private boolean isExcused(OrderIntent order, Instant now) {
    return order.rejection().equals(Optional.of(Rejection.RATE_LIMITED))
        && since != null
        && now.isBefore(since.plus(desk.config().giveUpAfter()));
  }

  /** Nothing is out: decides what follows. */
  private Progress next(
      Optional<ExecutionAlgorithm.Wish> wish, Instant now, List<Command> commands) {
    Optional<InstrumentSpec> spec = desk.market().spec(job.instrument());
    if (isClosed(spec, now)) {
      return Progress.of(Progress.Kind.UNAVAILABLE, job.instrument() + " is not traded");
    }
    if (spec.isPresent() && spec.get().orderable(remaining()).isZero()) {
      return Progress.DONE;
    }
    if (failures >= desk.config().retryAttempts()) {
      return afterFailures(now);
    }
    if (blindSince != null && !now.isBefore(blindSince.plus(job.blindAfter()))) {
      return Progress.of(Progress.Kind.UNAVAILABLE, job.instrument() + " has no usable book");
    }
    if (spec.isPresent() && wish.isPresent() && !isPausing(now)) {
      OrderDraft draft = draft(spec.get(), wish.get());
      add(desk.intents().place(draft, job.purpose(), now, commands));
    }
    return Progress.WORKING;
  }

  private boolean isPausing(Instant now) {
    return notBefore != null && now.isBefore(notBefore);
  }

  private boolean isClosed(Optional<InstrumentSpec> spec, Instant now) {
    boolean fallsBackAtOnce = job.unlistedAfter().isZero();
    if (fallsBackAtOnce && lastRejection == Rejection.INSTRUMENT_CLOSED) {
      return true;
    }
    return spec.isEmpty()
        && blindSince != null
        && !now.isBefore(blindSince.plus(job.unlistedAfter()));
  }

  /** Crossing is tried after resting has failed; after that there is nothing left to try here. */
  private Progress afterFailures(Instant now) {
    if (lastRejection != null && !lastRejection.isRetryable()) {
      return Progress.of(Progress.Kind.REFUSED, failures + " refusals, the last " + lastDetail);
    }
    if (job.algorithm().restsFirst() && !isImpatient(now)) {
      hurried = true;
      failures = 0;
      return Progress.WORKING;
    }
    return Progress.of(Progress.Kind.EXHAUSTED, failures + " attempts, the last " + lastDetail);
  }

  /** An order is out: moves it, or ends it when waiting is over. */
  private void steer(Optional<ExecutionAlgorithm.Wish> wish, Instant now, List<Command> commands) {
    OrderIntent order = working.getFirst();
    if (working.size() > 1 || !order.isSteady()) {
      return;
    }
    Optional<InstrumentSpec> spec = desk.market().spec(job.instrument());
    if (spec.isEmpty() || isImpatient(now)) {
      desk.intents().cancel(order, now, commands);
    } else if (wish.isPresent() && mustMove(order, wish.get().limit(), spec.get(), now)) {
      move(order, draft(spec.get(), wish.get()), now, commands);
    }
  }

  private boolean mustMove(OrderIntent order, Price wanted, InstrumentSpec spec, Instant now) {
    BigDecimal distance = order.limit().usd().subtract(wanted.usd()).abs();
    BigDecimal tolerance =
        spec.tick().usd().multiply(BigDecimal.valueOf(desk.config().repegToleranceTicks()));
    return distance.compareTo(tolerance) > 0
        && refusedMoves < desk.config().retryAttempts()
        && !now.isBefore(order.sentAt().plus(desk.config().repegInterval()))
        && !spec.orderable(remaining()).isZero();
  }

  private void move(OrderIntent order, OrderDraft draft, Instant now, List<Command> commands) {
    if (desk.canReplace()) {
      add(desk.intents().replace(order, draft, job.purpose(), now, commands));
    } else {
      desk.intents().cancel(order, now, commands);
    }
  }

  private OrderDraft draft(InstrumentSpec spec, ExecutionAlgorithm.Wish wish) {
    Quantity size = spec.orderable(remaining());
    return new OrderDraft(job.instrument(), job.side(), size, wish.limit(), wish.timeInForce());
  }

  private void add(OrderIntent order) {
    working.add(order);
    tally.add(order);
  }
}
