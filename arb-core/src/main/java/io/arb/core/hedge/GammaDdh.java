package io.arb.core.hedge;

import io.arb.core.market.Inexact;
import io.arb.core.market.MarketView;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Level;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.spi.Capability;
import io.arb.greeks.ddh.DdhAction;
import io.arb.greeks.ddh.DdhMarket;
import io.arb.greeks.ddh.DdhParameters;
import io.arb.greeks.ddh.DdhRound;
import io.arb.greeks.ddh.GammaDdhDecision;
import io.arb.greeks.ddh.HardLimit;
import io.arb.greeks.ddh.OpenOrder;
import io.arb.greeks.ddh.OwnOrders;
import io.arb.greeks.ddh.PerpRules;
import io.arb.greeks.ddh.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gamma DDH at work: reads the portfolio, asks {@link GammaDdhDecision} what should rest in the
 * perpetual, and turns the answer into commands. Owned by the engine thread.
 *
 * <p>Of each side at most one request is outstanding: while an order of the side is unanswered,
 * being cancelled or UNKNOWN, nothing is sent for that side. Only its own orders are touched. When
 * the portfolio cannot be valued completely, its orders are cancelled and nothing else is done.
 */
public final class GammaDdh {
  private static final String SUBJECT = "gamma DDH";

  private final GammaDdhConfig config;
  private final boolean canReplace;
  private final OrderIntents intents;
  private final MarketView market;
  private final DdhParameters parameters;
  private final DdhGuard guard;
  private @Nullable Instant lastRound;
  private @Nullable Instant breachedSince;
  private @Nullable String haltReason;
  private String pauseReason = "";

  public GammaDdh(
      GammaDdhConfig config,
      Set<Capability> capabilities,
      OrderIntents intents,
      MarketView market) {
    this.config = config;
    this.canReplace = capabilities.contains(Capability.REPLACE);
    this.intents = intents;
    this.market = market;
    this.guard = new DdhGuard(config.stuckAfter(), config.actionWait());
    this.parameters =
        new DdhParameters(
            Inexact.of(config.maxAbsDelta()),
            Inexact.of(config.maxAbsSpread()),
            Inexact.of(config.priceTol()),
            Inexact.of(config.amountTol()),
            Inexact.of(config.midPriceTol()));
  }

  /**
   * A round at once if the fills changed what it hedges.
   *
   * @param fills what {@link OrderIntents#on} returned, foreign ones included
   * @param positions signed, the fills included
   * @param working {@link HedgeManager#working}
   */
  public void onFills(
      List<BookedFill> fills,
      Map<Instrument, Quantity> positions,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {
    boolean concerned =
        fills.stream()
            .map(booked -> booked.fill().instrument().underlying())
            .anyMatch(config.perpetual().underlying()::equals);
    if (concerned) {
      round(positions, working, now, commands);
    }
  }

  /** A round, if {@code actionWait} has passed since the last. */
  public void onTick(
      Map<Instrument, Quantity> positions,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {
    if (lastRound == null || !now.isBefore(lastRound.plus(config.actionWait()))) {
      round(positions, working, now, commands);
    }
  }

  /** True after its orders had no effect or were refused for good, until a person resumes it. */
  public boolean isHalted() {
    return haltReason != null;
  }

  public Optional<String> haltReason() {
    return Optional.ofNullable(haltReason);
  }

  /** Why the last round did nothing but cancel; empty if it could decide. */
  public Optional<String> pauseReason() {
    return Optional.of(pauseReason).filter(reason -> !reason.isEmpty());
  }

  /** A person has looked and wants it to go on. */
  public void resume() {
    haltReason = null;
    guard.forget();
  }

  private void round(
      Map<Instrument, Quantity> positions,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {
    lastRound = now;
    if (!intents.isConnected()) {
      return;
    }
    if (!config.enabled() || isHalted()) {
      cancelAll(now, commands);
      return;
    }
    DdhReading reading = DdhReading.read(market, config.perpetual(), sum(positions, working), now);
    switch (reading) {
      case DdhReading.Invalid(String reason) -> pause(reason, now, commands);
      case DdhReading.Valid valid -> decide(valid, working, now, commands);
    }
  }

  private void decide(
      DdhReading.Valid reading,
      Map<Instrument, Quantity> working,
      Instant now,
      List<Command> commands) {
    double delta = reading.delta();
    Optional<String> halt = guard.judge(Math.abs(delta), now);
    if (halt.isPresent()) {
      halt(halt.get(), now, commands);
      return;
    }
    Optional<InstrumentSpec> spec = market.spec(config.perpetual());
    Optional<OrderBook> book = market.book(config.perpetual(), now).map(intents::withoutOwn);
    if (spec.isEmpty() || book.isEmpty()) {
      pause("no usable book of " + config.perpetual(), now, commands);
      return;
    }
    pauseReason = "";
    double markUsd = Inexact.of(reading.mark());
    DdhMarket seen = new DdhMarket(markUsd, touch(book.get()), rules(spec.get()));
    HardLimit limit = hardLimit(markUsd);
    long breachedMillis = breachedMillis(limit.isBreachedBy(delta), now);
    DdhRound round =
        new GammaDdhDecision(parameters, limit)
            .decide(reading.profile(), seen, ownOrders(), breachedMillis);
    Turn turn = new Turn(spec.get(), Math.abs(delta), now, commands);
    Quantity ours = working.getOrDefault(config.perpetual(), Quantity.ZERO);
    act(Side.BUY, ours.isNegative(), round.buy().action(), turn);
    act(Side.SELL, ours.isPositive(), round.sell().action(), turn);
  }

  /** What the sides of one round share. */
  private record Turn(InstrumentSpec spec, double absDelta, Instant now, List<Command> commands) {}

  /**
   * Carries out one side's decision.
   *
   * @param inTheWay a trade's hedge is about to take from this side: it must not meet our order
   */
  private void act(Side side, boolean inTheWay, DdhAction action, Turn turn) {
    List<OrderIntent> own = own(side);
    if (inTheWay) {
      own.forEach(order -> intents.cancel(order, turn.now(), turn.commands()));
      return;
    }
    if (!own.stream().allMatch(OrderIntent::isSteady)) {
      return;
    }
    if (guard.isPausing(turn.now()) && sendsOrder(action)) {
      return;
    }
    switch (action) {
      case DdhAction.None none -> {}
      case DdhAction.Keep keep -> {}
      case DdhAction.Cancel(OpenOrder order) -> cancel(List.of(intent(order)), turn);
      case DdhAction.CancelSide cancel -> cancel(own, turn);
      case DdhAction.CancelAll cancel -> cancel(own, turn);
      case DdhAction.Place(double price, double amount) ->
          draft(side, price, amount, TimeInForce.POST_ONLY, turn)
              .ifPresent(draft -> guard.sent(place(draft, turn)));
      case DdhAction.Replace(OpenOrder order, double price, double amount) ->
          draft(side, price, amount, TimeInForce.POST_ONLY, turn)
              .ifPresent(draft -> replace(order, draft, turn));
      case DdhAction.Cross(double limit, double amount) ->
          draft(side, limit, amount, TimeInForce.IMMEDIATE_OR_CANCEL, turn)
              .ifPresent(draft -> guard.sentAggressive(place(draft, turn), turn.absDelta()));
    }
  }

  private static boolean sendsOrder(DdhAction action) {
    return switch (action) {
      case DdhAction.Place a -> true;
      case DdhAction.Replace a -> true;
      case DdhAction.Cross a -> true;
      case DdhAction.None a -> false;
      case DdhAction.Keep a -> false;
      case DdhAction.Cancel a -> false;
      case DdhAction.CancelSide a -> false;
      case DdhAction.CancelAll a -> false;
    };
  }

  private OrderIntent place(OrderDraft draft, Turn turn) {
    return intents.place(draft, OrderPurpose.gammaDdh(), turn.now(), turn.commands());
  }

  private void replace(OpenOrder open, OrderDraft draft, Turn turn) {
    OrderIntent target = intent(open);
    if (canReplace) {
      guard.sent(
          intents.replace(target, draft, OrderPurpose.gammaDdh(), turn.now(), turn.commands()));
    } else {
      intents.cancel(target, turn.now(), turn.commands());
    }
  }

  private OrderIntent intent(OpenOrder open) {
    return intents.find(ClientOrderId.fromLabel(open.orderId())).orElseThrow();
  }

  private void cancel(List<OrderIntent> own, Turn turn) {
    own.forEach(order -> intents.cancel(order, turn.now(), turn.commands()));
  }

  /** From doubles back to what the venue accepts; empty if that is too small. */
  private Optional<OrderDraft> draft(
      Side side, double price, double amount, TimeInForce timeInForce, Turn turn) {
    Quantity quantity = turn.spec().orderable(Inexact.quantity(amount));
    var limit = Inexact.price(price).passiveTo(turn.spec().tick(), side);
    return quantity.isZero() || limit.isZero()
        ? Optional.empty()
        : Optional.of(new OrderDraft(config.perpetual(), side, quantity, limit, timeInForce));
  }

  private void pause(String reason, Instant now, List<Command> commands) {
    breachedSince = null;
    cancelAll(now, commands);
    if (!reason.equals(pauseReason)) {
      pauseReason = reason;
      commands.add(new Command.Announce(new Notice.Incident(SUBJECT + " pauses", reason)));
    }
  }

  private void halt(String reason, Instant now, List<Command> commands) {
    haltReason = reason;
    cancelAll(now, commands);
    commands.add(new Command.WriteLedger(new LedgerEntry.DeadLettered(SUBJECT, reason)));
    commands.add(new Command.Announce(new Notice.DeadLetterAdded(SUBJECT, reason)));
    commands.add(new Command.Announce(new Notice.Incident(SUBJECT + " halted", reason)));
  }

  private void cancelAll(Instant now, List<Command> commands) {
    for (Side side : Side.values()) {
      own(side).forEach(order -> intents.cancel(order, now, commands));
    }
  }

  private List<OrderIntent> own(Side side) {
    return intents.live().stream()
        .filter(order -> order.purpose().kind() == OrderPurpose.Kind.GAMMA_DDH)
        .filter(order -> order.instrument().equals(config.perpetual()))
        .filter(order -> order.side() == side)
        .toList();
  }

  private OwnOrders ownOrders() {
    return new OwnOrders(openOrders(Side.BUY), openOrders(Side.SELL));
  }

  private List<OpenOrder> openOrders(Side side) {
    return own(side).stream()
        .map(
            order ->
                new OpenOrder(
                    order.id().label(),
                    Inexact.of(order.limit()),
                    Inexact.of(order.request().quantity()),
                    Inexact.of(order.filled().min(order.request().quantity()))))
        .toList();
  }

  private long breachedMillis(boolean breached, Instant now) {
    if (!breached) {
      breachedSince = null;
      return 0;
    }
    if (breachedSince == null) {
      breachedSince = now;
    }
    return Duration.between(breachedSince, now).toMillis();
  }

  private HardLimit hardLimit(double markUsd) {
    return new HardLimit(
        Inexact.of(config.hardDeltaLimit()),
        config.hardLimitAfter().toMillis(),
        markUsd * config.aggressiveBoundBps() / 10_000);
  }

  private static Touch touch(OrderBook book) {
    return new Touch(best(book.bestBid()), best(book.bestAsk()));
  }

  private static OptionalDouble best(Optional<Level> level) {
    return level.isPresent()
        ? OptionalDouble.of(Inexact.of(level.get().price()))
        : OptionalDouble.empty();
  }

  private static PerpRules rules(InstrumentSpec spec) {
    return new PerpRules(
        Inexact.of(spec.tick()),
        Inexact.of(spec.step()),
        Inexact.of(spec.minQuantity().max(spec.step())),
        Inexact.of(spec.maxQuantity()));
  }

  private static Map<Instrument, Quantity> sum(
      Map<Instrument, Quantity> positions, Map<Instrument, Quantity> working) {
    Map<Instrument, Quantity> sum = new LinkedHashMap<>(positions);
    working.forEach((instrument, quantity) -> sum.merge(instrument, quantity, Quantity::plus));
    return sum;
  }
}
