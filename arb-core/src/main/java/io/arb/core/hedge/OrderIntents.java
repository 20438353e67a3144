package io.arb.core.hedge;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Rejection;
import io.arb.core.spi.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of our order intents: the one place that creates orders and that knows what became of
 * them. Owned by the engine thread.
 *
 * <p>{@link IntentState} has the picture of an intent's life. The rules: the record precedes the
 * order; unknown is not rejected, so an order without a proven outcome is asked about, with growing
 * pauses, and never sent again; only fills count, each once; an intent ends only when all its fills
 * have arrived.
 */
public final class OrderIntents {
  private static final int ENDED_KEPT = 20_000;

  private final OrderTiming timing;
  private final IdSource ids;
  private final Map<ClientOrderId, OrderIntent> live = new LinkedHashMap<>();
  private final Map<ClientOrderId, OrderIntent> ended =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientOrderId, OrderIntent> eldest) {
          return size() > ENDED_KEPT;
        }
      };
  private final SeenFills seenFills = new SeenFills();
  private boolean connected;

  public OrderIntents(OrderTiming timing, IdSource ids) {
    this.timing = timing;
    this.ids = ids;
  }

  /** True between LIVE and DOWN: only then is it sensible to place anything. */
  public boolean isConnected() {
    return connected;
  }

  /** Every intent whose end is not proven, oldest first. */
  public Collection<OrderIntent> live() {
    return Collections.unmodifiableCollection(live.values());
  }

  /** An intent that is live or ended not too long ago. */
  public Optional<OrderIntent> find(ClientOrderId id) {
    return Optional.ofNullable(known(id));
  }

  /** Records an order and places it. */
  public OrderIntent place(
      OrderDraft draft, OrderPurpose purpose, Instant now, List<Command> commands) {
    OrderIntent intent = create(draft, purpose, now);
    record(intent, Optional.empty(), commands, new Command.PlaceOrder(intent.request()));
    return intent;
  }

  /**
   * Records an order and puts it in the place of {@code target}, which the venue must refuse if the
   * target traded more than is booked.
   *
   * @param target steady, in the same instrument
   */
  public OrderIntent replace(
      OrderIntent target,
      OrderDraft draft,
      OrderPurpose purpose,
      Instant now,
      List<Command> commands) {
    if (!target.isSteady()) {
      throw new IllegalStateException("cannot replace " + target);
    }
    OrderIntent intent = create(draft, purpose, now);
    record(
        intent,
        Optional.of(target.id()),
        commands,
        new Command.ReplaceOrder(target.id(), target.filled(), intent.request()));
    target.cancelSent(now);
    return intent;
  }

  /** Cancels an order as soon as it is known to rest; harmless if that was asked for before. */
  public void cancel(OrderIntent intent, Instant now, List<Command> commands) {
    intent.wantCancel();
    sendCancelIfDue(intent, now, commands);
  }

  /**
   * Takes news from the exchange.
   *
   * @return the fills that were not seen before, in the order of the event; they are recorded
   *     already
   */
  public List<BookedFill> on(ExchangeEvent event, Instant now, List<Command> commands) {
    List<BookedFill> booked = new ArrayList<>();
    switch (event) {
      case ExchangeEvent.ExchangeStatusChanged e -> onStatus(e.status(), now, commands);
      case ExchangeEvent.OrderChanged(OrderUpdate update) -> onChanged(update, now, commands);
      case ExchangeEvent.OrderFilled(Fill fill) -> book(fill, now, commands).ifPresent(booked::add);
      case ExchangeEvent.OrderRejected e -> onRejected(e, now, commands);
      case ExchangeEvent.OrderOutcomeUnknown e -> doubt(known(e.id()), e.reason(), now, commands);
      case ExchangeEvent.CancelRefused e ->
          doubt(known(e.id()), "cancel refused: " + e.detail(), now, commands);
      case ExchangeEvent.ReplaceRefused e -> onReplaceRefused(e, now, commands);
      case ExchangeEvent.OrderResolved e -> booked.addAll(onResolved(e, now, commands));
      case ExchangeEvent.SnapshotTaken e ->
          e.snapshot().openOrders().forEach(update -> onChanged(update, now, commands));
      // The next question is planned already, and a failed snapshot says nothing about orders.
      case ExchangeEvent.ResolveFailed e -> {}
      case ExchangeEvent.SnapshotFailed e -> {}
      case ExchangeEvent.InstrumentsListed e -> {}
    }
    return booked;
  }

  /** Looks at the deadlines. */
  public void onTick(Instant now, List<Command> commands) {
    for (OrderIntent intent : List.copyOf(live.values())) {
      if (intent.isOverdue(now, timing.answerTimeout())) {
        doubt(intent, "no answer", now, commands);
      }
      askIfDue(intent, now, commands);
    }
  }

  /**
   * Rebuilds the book after a restart. Intents without a recorded end are UNKNOWN and are asked
   * about when the exchange is live.
   *
   * @param entries the whole ledger, oldest first
   */
  public void restore(List<LedgerEntry> entries, Instant now, List<Command> commands) {
    for (LedgerEntry entry : entries) {
      switch (entry) {
        case LedgerEntry.OrderIntended e -> restoreIntent(e);
        case LedgerEntry.FillBooked(Fill fill) -> restoreFill(fill);
        case LedgerEntry.OrderEnded e -> restoreEnd(e);
        case LedgerEntry.SequenceReserved e -> {}
        case LedgerEntry.QuoteRecorded e -> {}
        case LedgerEntry.TradeBooked e -> {}
        case LedgerEntry.TradeMoved e -> {}
        case LedgerEntry.DeadLettered e -> {}
        case LedgerEntry.RiskStateMoved e -> {}
      }
    }
    List.copyOf(live.values()).forEach(intent -> settle(intent, now, commands));
  }

  /** The book as it would be without our own resting orders. */
  public OrderBook withoutOwn(OrderBook book) {
    OrderBook others = book;
    for (OrderIntent intent : live.values()) {
      if (intent.rests() && intent.instrument().equals(book.instrument())) {
        others = others.without(intent.side(), intent.limit(), intent.remaining());
      }
    }
    return others;
  }

  private @Nullable OrderIntent known(ClientOrderId id) {
    OrderIntent intent = live.get(id);
    return intent != null ? intent : ended.get(id);
  }

  private OrderIntent create(OrderDraft draft, OrderPurpose purpose, Instant now) {
    OrderRequest request =
        new OrderRequest(
            ids.nextOrderId(now),
            draft.instrument(),
            draft.side(),
            draft.quantity(),
            draft.limit(),
            draft.timeInForce(),
            false,
            now.plus(timing.rejectAfter()));
    return new OrderIntent(request, purpose, now, timing);
  }

  private void record(
      OrderIntent intent, Optional<ClientOrderId> replaces, List<Command> out, Command send) {
    live.put(intent.id(), intent);
    LedgerEntry entry = new LedgerEntry.OrderIntended(intent.request(), intent.purpose(), replaces);
    out.add(new Command.WriteLedger(entry));
    out.add(send);
    announce(new Notice.OrderSent(intent.request(), intent.purpose(), replaces), out);
  }

  private void onStatus(ConnectionStatus status, Instant now, List<Command> commands) {
    connected = status == ConnectionStatus.LIVE;
    for (OrderIntent intent : List.copyOf(live.values())) {
      if (connected && intent.isInDoubt()) {
        intent.questions().hurry(now);
        askIfDue(intent, now, commands);
      } else if (!connected) {
        doubt(intent, "connection lost", now, commands);
      }
    }
  }

  private void onChanged(OrderUpdate update, Instant now, List<Command> commands) {
    update
        .id()
        .map(live::get)
        .ifPresent(
            intent -> {
              intent.observe(update);
              settle(intent, now, commands);
            });
  }

  private Optional<BookedFill> book(Fill fill, Instant now, List<Command> commands) {
    if (!seenFills.add(fill.id())) {
      return Optional.empty();
    }
    commands.add(new Command.WriteLedger(new LedgerEntry.FillBooked(fill)));
    OrderIntent intent = fill.order().map(this::known).orElse(null);
    if (intent == null) {
      incident("foreign fill " + fill.id(), describe(fill), commands);
      return Optional.of(new BookedFill(fill, Optional.empty()));
    }
    announce(new Notice.FillSeen(fill, intent.purpose()), commands);
    boolean late = !intent.isLive();
    intent.book(fill);
    if (late || intent.filled().compareTo(intent.request().quantity()) > 0) {
      incident("unexpected fill of " + intent.id(), describe(fill), commands);
    }
    settle(intent, now, commands);
    return Optional.of(new BookedFill(fill, Optional.of(intent.purpose())));
  }

  private void onRejected(ExchangeEvent.OrderRejected event, Instant now, List<Command> commands) {
    reject(event.id(), event.rejection(), event.detail(), now, commands);
  }

  private void reject(
      ClientOrderId id, Rejection rejection, String detail, Instant now, List<Command> commands) {
    OrderIntent intent = live.get(id);
    if (intent == null) {
      return;
    }
    if (intent.mayBeRejected()) {
      intent.reject(rejection, detail);
      settle(intent, now, commands);
    } else {
      doubt(intent, "refused although it was seen: " + detail, now, commands);
    }
  }

  private void onReplaceRefused(
      ExchangeEvent.ReplaceRefused event, Instant now, List<Command> commands) {
    find(event.replacement()).ifPresent(OrderIntent::moveRefused);
    reject(event.replacement(), event.rejection(), event.detail(), now, commands);
    OrderIntent target = live.get(event.target());
    if (target == null) {
      return;
    }
    target.withdrawCancel();
    switch (event.rejection()) {
      case NOT_SENT, RATE_LIMITED -> settle(target, now, commands);
      // It may have ended by itself, or have traded what we do not know yet.
      case WOULD_CROSS,
          NO_LIQUIDITY,
          DROPPED,
          SELF_CROSS,
          INVALID_PRICE,
          INVALID_QUANTITY,
          INSUFFICIENT_MARGIN,
          INSTRUMENT_CLOSED,
          UNAUTHORISED,
          OTHER ->
          doubt(target, "replace refused: " + event.detail(), now, commands);
    }
  }

  private List<BookedFill> onResolved(
      ExchangeEvent.OrderResolved event, Instant now, List<Command> commands) {
    List<BookedFill> booked = new ArrayList<>();
    event.fills().forEach(fill -> book(fill, now, commands).ifPresent(booked::add));
    OrderIntent intent = live.get(event.id());
    if (intent != null) {
      event.order().ifPresentOrElse(order -> intent.resolve(order, now), intent::resolveAsAbsent);
      settle(intent, now, commands);
    }
    return booked;
  }

  private void doubt(
      @Nullable OrderIntent intent, String reason, Instant now, List<Command> commands) {
    if (intent == null || !intent.isLive()) {
      return;
    }
    if (intent.doubt()) {
      incident("order " + intent.id(), "outcome unknown: " + reason, commands);
    }
    intent.questions().plan(now);
    askIfDue(intent, now, commands);
  }

  private void askIfDue(OrderIntent intent, Instant now, List<Command> commands) {
    if (connected && intent.isInDoubt() && intent.questions().isDue(now)) {
      intent.questions().asked(now);
      commands.add(new Command.ResolveOrder(intent.id(), intent.instrument(), intent.sentAt()));
    }
  }

  /** What follows once an intent has changed. */
  private void settle(OrderIntent intent, Instant now, List<Command> commands) {
    if (!intent.isLive()) {
      close(intent, commands);
    } else if (intent.isInDoubt()) {
      intent.questions().plan(now.plus(timing.fillGrace()));
    } else {
      intent.questions().drop();
      sendCancelIfDue(intent, now, commands);
    }
  }

  private void sendCancelIfDue(OrderIntent intent, Instant now, List<Command> commands) {
    if (connected && intent.mustSendCancel()) {
      intent.cancelSent(now);
      commands.add(new Command.CancelOrder(intent.id(), intent.instrument()));
    }
  }

  private void close(OrderIntent intent, List<Command> commands) {
    if (live.remove(intent.id()) == null) {
      return;
    }
    ended.put(intent.id(), intent);
    String outcome = intent.outcome();
    commands.add(
        new Command.WriteLedger(new LedgerEntry.OrderEnded(intent.id(), outcome, intent.filled())));
    announce(
        new Notice.OrderEnded(intent.id(), intent.purpose(), outcome, intent.filled()), commands);
  }

  private void restoreIntent(LedgerEntry.OrderIntended entry) {
    Instant sentAt = sentAt(entry.request().id());
    OrderIntent intent = new OrderIntent(entry.request(), entry.purpose(), sentAt, timing);
    intent.doubt();
    live.put(intent.id(), intent);
  }

  private void restoreFill(Fill fill) {
    if (seenFills.add(fill.id())) {
      fill.order().map(this::known).ifPresent(intent -> intent.book(fill));
    }
  }

  private void restoreEnd(LedgerEntry.OrderEnded entry) {
    OrderIntent intent = live.remove(entry.id());
    if (intent != null) {
      intent.restoreEnd(entry.outcome());
      ended.put(intent.id(), intent);
    }
  }

  /** An id is never below the nanoseconds of its moment. */
  private static Instant sentAt(ClientOrderId id) {
    return Instant.EPOCH.plusNanos(id.stamp());
  }

  private static String describe(Fill fill) {
    return fill.side() + " " + fill.quantity() + " " + fill.instrument() + " at " + fill.price();
  }

  private static void announce(Notice notice, List<Command> commands) {
    commands.add(new Command.Announce(notice));
  }

  private static void incident(String subject, String detail, List<Command> commands) {
    announce(new Notice.Incident(subject, detail), commands);
  }
}
