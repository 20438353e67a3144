package io.arb.core.hedge;

import io.arb.core.market.Inexact;
import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The hedge of one confirmed trade. Owned by the engine thread.
 *
 * <pre>
 * EXECUTED -> HEDGING: clear (old orders end) -> option (sell the same option)
 *                                                  |              |
 *                                 nothing left     |              | not for sale: exhausted, unlisted, unseen
 *                                                  v              v
 *                                               HEDGED  <-- delta (trade its delta in the perpetual)
 *                                                  option, delta --> FAILED, with a dead letter
 * </pre>
 *
 * <p>What is less than a step is dust: it is carried in the portfolio, whose delta the gamma DDH
 * covers. A remainder that is more than a step but under the venue's minimum goes to the delta
 * stage, and what is too small there is carried too.
 */
final class TradeHedge {
  /** What a hedge needs to know of its trade. */
  record Trade(TradeId id, Option option, Side ourSide, Quantity quantity, Price costPrice) {}

  /** The step of the picture that is at work. */
  private enum Stage {
    /** Orders from before a restart are being ended and proven. */
    CLEAR,
    OPTION,
    /** The delta of the remainder is not known yet. */
    AWAIT_DELTA,
    DELTA
  }

  private final HedgeDesk desk;
  private final Trade trade;
  private final Perpetual perpetual;
  private final HedgeTally tally = new HedgeTally();
  private TradeState state;
  private Stage stage = Stage.CLEAR;
  private String reason = "";
  private Execution execution;
  private Quantity deltaTarget = Quantity.ZERO;
  private @Nullable Instant awaitingSince;

  TradeHedge(HedgeDesk desk, Trade trade, TradeState state) {
    this.desk = desk;
    this.trade = trade;
    this.perpetual = new Perpetual(trade.option().underlying());
    this.state = state;
    this.execution = optionExecution();
  }

  HedgeTally tally() {
    return tally;
  }

  TradeState state() {
    return state;
  }

  TradeId id() {
    return trade.id();
  }

  /** True if market data of {@code instrument} may change what is to be done. */
  boolean needs(Instrument instrument) {
    return instrument.equals(trade.option()) || instrument.equals(perpetual);
  }

  List<Instrument> instruments() {
    return List.of(trade.option(), perpetual);
  }

  OpenHedge view() {
    return new OpenHedge(
        trade.id(),
        trade.option(),
        trade.ourSide(),
        trade.quantity(),
        tally.optionFilled(),
        tally.perpetualFilled(),
        state,
        stage.name().toLowerCase(Locale.ROOT) + (reason.isEmpty() ? "" : ": " + reason));
  }

  /**
   * What is still going to be traded, signed: to be sold is negative. Until the delta target is
   * known, the rest of the option and the perpetual traded against it count as balanced.
   */
  Map<Instrument, Quantity> working() {
    if (state != TradeState.HEDGING) {
      return Map.of();
    }
    return switch (stage) {
      case CLEAR, OPTION, AWAIT_DELTA ->
          Map.of(
              trade.option(),
              optionRemaining().signed(trade.ourSide().opposite()),
              perpetual,
              tally.perpetualFilled().negate());
      case DELTA -> Map.of(perpetual, deltaTarget.minus(tally.perpetualFilled()));
    };
  }

  /** Begins, also again after FAILED: first with the option, unless its delta is hedged already. */
  void begin(String why, Instant now, List<Command> commands) {
    move(TradeState.HEDGING, why, commands);
    restart();
    advance(now, commands);
  }

  private void restart() {
    stage = Stage.CLEAR;
    reason = "";
    execution = optionExecution();
    awaitingSince = null;
  }

  /** Does whatever is due. */
  void advance(Instant now, List<Command> commands) {
    if (state != TradeState.HEDGING) {
      return;
    }
    if (stage == Stage.CLEAR) {
      clear(now, commands);
    }
    if (stage == Stage.OPTION) {
      sellOption(now, commands);
    }
    if (stage == Stage.AWAIT_DELTA) {
      findDelta(now, commands);
    }
    if (stage == Stage.DELTA && state == TradeState.HEDGING) {
      coverDelta(now, commands);
    }
  }

  private void clear(Instant now, List<Command> commands) {
    List<OrderIntent> old = tally.live();
    old.stream()
        .filter(OrderIntent::isSteady)
        .forEach(order -> desk.intents().cancel(order, now, commands));
    if (old.isEmpty()) {
      boolean deltaBegun = !tally.perpetualFilled().isZero();
      stage = deltaBegun ? Stage.AWAIT_DELTA : Stage.OPTION;
    }
  }

  private void sellOption(Instant now, List<Command> commands) {
    Progress progress = execution.advance(now, commands);
    switch (progress.kind()) {
      case WORKING -> {}
      case DONE -> afterOption();
      case EXHAUSTED, UNAVAILABLE -> awaitDelta(progress.reason());
      case REFUSED -> fail(progress.reason(), commands);
    }
    if (stage == Stage.OPTION && progress.kind() == Progress.Kind.DONE) {
      succeed(commands);
    }
  }

  private void afterOption() {
    boolean dust =
        desk.market()
            .spec(trade.option())
            .map(InstrumentSpec::step)
            .map(step -> optionRemaining().compareTo(step) < 0)
            .orElse(!optionRemaining().isPositive());
    if (!dust) {
      awaitDelta("the rest is under the venue's minimum");
    }
  }

  private void awaitDelta(String why) {
    stage = Stage.AWAIT_DELTA;
    reason = why;
  }

  private void findDelta(Instant now, List<Command> commands) {
    OptionalDouble delta = desk.deltas().delta(trade.option(), now);
    if (delta.isPresent() && Math.abs(delta.getAsDouble()) <= 1) {
      aimAt(delta.getAsDouble());
      return;
    }
    Instant since = awaitingSince == null ? now : awaitingSince;
    awaitingSince = since;
    if (!now.isBefore(since.plus(desk.config().giveUpAfter()))) {
      fail("no delta known; " + reason, commands);
    }
  }

  private void aimAt(double deltaOfOne) {
    BigDecimal held = optionRemaining().signed(trade.ourSide()).units();
    BigDecimal exact = held.multiply(Inexact.quantity(deltaOfOne).units()).negate();
    deltaTarget = new Quantity(exact.setScale(Quantity.MAX_SCALE, RoundingMode.HALF_EVEN));
    Side side = deltaTarget.compareTo(tally.perpetualFilled()) >= 0 ? Side.BUY : Side.SELL;
    execution = deltaExecution(side);
    stage = Stage.DELTA;
  }

  private void coverDelta(Instant now, List<Command> commands) {
    Progress progress = execution.advance(now, commands);
    switch (progress.kind()) {
      case WORKING -> {}
      case DONE -> succeed(commands);
      case EXHAUSTED, UNAVAILABLE, REFUSED -> fail(progress.reason(), commands);
    }
  }

  private Execution optionExecution() {
    return new Execution(
        desk,
        new Execution.Job(
            OrderPurpose.optionHedge(trade.id()),
            trade.option(),
            trade.ourSide().opposite(),
            this::optionRemaining,
            desk.optionAlgorithm(trade.ourSide().opposite(), trade.costPrice()),
            Duration.ZERO,
            desk.config().escalateAfter()),
        tally);
  }

  private Execution deltaExecution(Side side) {
    Duration patience = desk.config().giveUpAfter();
    return new Execution(
        desk,
        new Execution.Job(
            OrderPurpose.deltaHedge(trade.id()),
            perpetual,
            side,
            () -> deltaTarget.minus(tally.perpetualFilled()).signed(side),
            desk.perpetualAlgorithm(),
            patience,
            patience),
        tally);
  }

  private Quantity optionRemaining() {
    return trade.quantity().minus(tally.optionFilled());
  }

  private void succeed(List<Command> commands) {
    move(TradeState.HEDGED, result(), commands);
  }

  private void fail(String why, List<Command> commands) {
    String subject = "trade " + trade.id();
    String detail = why + "; " + result();
    commands.add(new Command.WriteLedger(new LedgerEntry.DeadLettered(subject, detail)));
    commands.add(new Command.Announce(new Notice.DeadLetterAdded(subject, detail)));
    move(TradeState.FAILED, detail, commands);
    commands.add(
        new Command.Announce(new Notice.Incident("hedge of " + subject + " given up", detail)));
  }

  private String result() {
    String option =
        tally.optionFilled()
            + " of "
            + trade.quantity()
            + " traded away"
            + tally.optionPrice().map(p -> " at " + p + " against " + trade.costPrice()).orElse("");
    Quantity perpetuals = tally.perpetualFilled();
    return perpetuals.isZero() ? option : option + ", " + perpetuals + " " + perpetual;
  }

  private void move(TradeState next, String detail, List<Command> commands) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(
          "Trade " + trade.id() + " cannot go " + state + " -> " + next);
    }
    state = next;
    commands.add(new Command.WriteLedger(new LedgerEntry.TradeMoved(trade.id(), next, detail)));
    commands.add(
        new Command.Announce(
            new Notice.TradeMoved(trade.id(), next, trade.option(), trade.quantity(), detail)));
  }
}
