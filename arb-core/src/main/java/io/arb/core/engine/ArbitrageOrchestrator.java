package io.arb.core.engine;

import io.arb.core.hedge.BookedFill;
import io.arb.core.hedge.GammaDdh;
import io.arb.core.hedge.HedgeManager;
import io.arb.core.hedge.OrderIntent;
import io.arb.core.hedge.OrderIntents;
import io.arb.core.market.MarketView;
import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.Command;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.OperatorEvent;
import io.arb.core.model.Option;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.Rfq;
import io.arb.core.model.RiskState;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.model.Ticker;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import io.arb.core.portfolio.OptionDeltas;
import io.arb.core.portfolio.Portfolio;
import io.arb.core.quote.Auctions;
import io.arb.core.recovery.Reconciliation;
import io.arb.core.risk.RiskManager;
import io.arb.core.spi.Capability;
import io.arb.core.spi.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides everything: events in, commands out. Reads no clock, draws no random number, does no I/O,
 * starts no thread; the same events at the same times give the same commands. Owned by the engine
 * thread.
 *
 * <p>A confirmed trade is always booked and always hedged, whatever the state of quoting. Quotes go
 * out only while the exchange is live, its positions agree with ours, no hedge has failed, and the
 * risk manager has room.
 */
public final class ArbitrageOrchestrator {
  private static final Duration PNL_CHECK = Duration.ofSeconds(1);
  private static final Duration SNAPSHOT_RETRY = Duration.ofSeconds(1);

  private final EngineConfig config;
  private final MarketView market;
  private final Portfolio portfolio = new Portfolio();
  private final RiskManager risk;
  private final Auctions auctions;
  private final OrderIntents intents;
  private final HedgeManager hedges;
  private final GammaDdh ddh;
  private final Reconciliation reconciliation = new Reconciliation();
  private final Readiness readiness = new Readiness();
  private final TradeBook trades = new TradeBook();
  private final SourceChecks sourceChecks;
  private final WatchList watchList;
  private boolean windingDown;
  private Instant nextSnapshot = Instant.MIN;
  private Instant nextPnlCheck = Instant.MIN;

  public ArbitrageOrchestrator(EngineConfig config, Set<Capability> capabilities, IdSource ids) {
    this.config = config;
    market = new MarketView(config.staleAfter());
    risk = new RiskManager(config.risk());
    Duration grace = config.risk().confirmationGrace();
    auctions = new Auctions(config.quoting(), market, portfolio, risk, ids, grace);
    intents = new OrderIntents(config.orders(), ids);
    OptionDeltas deltas = new OptionDeltas(market);
    hedges = new HedgeManager(config.hedging(), capabilities, intents, market, deltas::delta);
    ddh = new GammaDdh(config.gammaDdh(), capabilities, intents, market);
    sourceChecks = new SourceChecks(portfolio, config.snapshotEvery());
    watchList = new WatchList(config.gammaDdh().perpetual());
  }

  /** Rebuilds the state that the ledger remembers; call once, before any event. */
  public List<Command> restore(List<LedgerEntry> entries, Instant now) {
    List<Command> commands = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      switch (entry) {
        case LedgerEntry.QuoteRecorded(Quote quote) -> {
          trades.quoted(quote);
          quotes.add(quote);
        }
        case LedgerEntry.TradeBooked(TradeId id, Confirmation trade) -> {
          trades.add(trade);
          portfolio.book(trade);
        }
        case LedgerEntry.FillBooked(var fill) -> portfolio.book(fill);
        case LedgerEntry.RiskStateMoved(RiskState state, String reason) -> risk.restore(state);
        case LedgerEntry.SequenceReserved reserved -> {}
        case LedgerEntry.TradeMoved moved -> {}
        case LedgerEntry.OrderIntended intended -> {}
        case LedgerEntry.OrderEnded ended -> {}
        case LedgerEntry.DeadLettered letter -> {}
      }
    }
    quotes.stream()
        .filter(quote -> !trades.isTraded(quote))
        .forEach(quote -> risk.restore(quote, auctions.cost(quote)));
    risk.expire(now);
    intents.restore(entries, now, commands);
    hedges.restore(entries, now, commands);
    return commands;
  }

  /**
   * Takes one event.
   *
   * @return what is to be done, in order
   */
  public List<Command> on(Event event, Instant now) {
    List<Command> commands = new ArrayList<>();
    switch (event) {
      case MarketEvent data -> onMarket(data, now, commands);
      case ExchangeEvent news -> onExchange(news, now, commands);
      case SourceEvent news -> onSource(news, now, commands);
      case OperatorEvent wish -> onOperator(wish, now, commands);
      case Event.ClockTicked() -> onTick(now, commands);
      case Event.LedgerFailed(String reason) -> commands.addAll(halt("ledger: " + reason));
    }
    return commands;
  }

  private void onMarket(MarketEvent data, Instant now, List<Command> commands) {
    market.on(data);
    record(auctions.onMarket(data.instrument(), closed(), now), commands);
    if (!windingDown) {
      hedges.onMarket(data.instrument(), now, commands);
    }
  }

  private void onExchange(ExchangeEvent news, Instant now, List<Command> commands) {
    List<BookedFill> fills = intents.on(news, now, commands);
    fills.forEach(booked -> portfolio.book(booked.fill()));
    switch (news) {
      case ExchangeEvent.ExchangeStatusChanged(ConnectionStatus status, String reason) ->
          onStatus(status, reason, now, commands);
      case ExchangeEvent.InstrumentsListed(var specs) -> market.list(specs);
      case ExchangeEvent.SnapshotTaken(AccountSnapshot snapshot) ->
          onSnapshot(snapshot, now, commands);
      case ExchangeEvent.SnapshotFailed(String reason) ->
          announce(new Notice.Incident("snapshot", reason), commands);
      case ExchangeEvent.OrderChanged changed -> {}
      case ExchangeEvent.OrderFilled filled -> {}
      case ExchangeEvent.OrderRejected rejected -> {}
      case ExchangeEvent.OrderOutcomeUnknown unknown -> {}
      case ExchangeEvent.CancelRefused refused -> {}
      case ExchangeEvent.ReplaceRefused refused -> {}
      case ExchangeEvent.OrderResolved resolved -> {}
      case ExchangeEvent.ResolveFailed failed -> {}
    }
    if (windingDown) {
      return;
    }
    hedges.on(news, now, commands);
    if (!fills.isEmpty() && ddhMayAct()) {
      ddh.onFills(fills, portfolio.net(), hedges.working(), now, commands);
    }
    commands.addAll(watchList.update(market, portfolio, hedges));
  }

  private void onStatus(
      ConnectionStatus status, String reason, Instant now, List<Command> commands) {
    readiness.exchange(status);
    reconciliation.reset();
    announce(new Notice.StatusSeen("exchange", status, reason), commands);
    switch (status) {
      case DOWN -> market.forgetPrices();
      case LIVE -> takeSnapshot(now, commands);
    }
  }

  private void takeSnapshot(Instant now, List<Command> commands) {
    nextSnapshot = now.plus(reconciliation.isAgreed() ? config.snapshotEvery() : SNAPSHOT_RETRY);
    commands.add(new Command.TakeSnapshot());
  }

  private void onSnapshot(AccountSnapshot snapshot, Instant now, List<Command> commands) {
    cancelForgottenOrders(snapshot, commands);
    boolean inFlight = !intents.live().isEmpty();
    switch (reconciliation.on(snapshot, portfolio.onExchange(), inFlight)) {
      case Reconciliation.Outcome.Agreed() -> {}
      case Reconciliation.Outcome.AskAgain(String detail) ->
          nextSnapshot = now.plus(SNAPSHOT_RETRY);
      case Reconciliation.Outcome.Adopt(Map<Instrument, Quantity> difference) ->
          difference.forEach((what, quantity) -> adopt(what, quantity, now, commands));
    }
  }

  /**
   * Orders with a label of ours that we know nothing of: a lost ledger. They must not trade unseen.
   */
  private void cancelForgottenOrders(AccountSnapshot snapshot, List<Command> commands) {
    for (OrderUpdate open : snapshot.openOrders()) {
      open.id()
          .filter(id -> intents.find(id).isEmpty())
          .ifPresent(id -> commands.add(new Command.CancelOrder(id, open.instrument())));
    }
  }

  private void adopt(Instrument what, Quantity quantity, Instant now, List<Command> commands) {
    Price mark = market.ticker(what, now).map(Ticker::mark).orElse(Price.ZERO);
    portfolio.adopt(what, quantity, mark);
    String detail = quantity + " " + what + " not explained by orders of ours, counted from now on";
    announce(new Notice.Incident("foreign position", detail), commands);
  }

  private void onSource(SourceEvent news, Instant now, List<Command> commands) {
    switch (news) {
      case SourceEvent.SourceStatusChanged(SourceId source, var status, String reason) -> {
        readiness.source(source, status);
        sourceChecks.add(source);
        announce(new Notice.StatusSeen(source.value(), status, reason), commands);
      }
      case SourceEvent.OptionsOffered(SourceId source, var options) -> {
        readiness.takersAskAt(source);
        watchList.offered(source, options);
      }
      case SourceEvent.RfqReceived(Rfq rfq) -> {
        readiness.takersAskAt(rfq.source());
        watchList.asked(rfq.option());
        Optional<String> shut = readiness.closed(rfq.source()).or(this::closed);
        record(auctions.onRfq(rfq, shut, now), commands);
      }
      case SourceEvent.RfqUnanswerable(var source, var rfq, String reason, String detail) ->
          announce(new Notice.RfqDeclined(rfq, reason, detail), commands);
      case SourceEvent.QuoteAccepted accepted -> {}
      case SourceEvent.QuoteOutbid(var source, var rfq, Price newBest, Price ours) ->
          record(auctions.onOutbid(rfq, newBest, closed(), now), commands);
      case SourceEvent.QuoteRejected(var source, var rfq, var nonce, String detail) ->
          commands.addAll(auctions.onQuoteDead(rfq, nonce, "rejected: " + detail));
      case SourceEvent.QuoteNotSent(var source, var rfq, var nonce, String detail) ->
          commands.addAll(auctions.onQuoteDead(rfq, nonce, "not sent: " + detail));
      case SourceEvent.TradeConfirmed(Confirmation trade) -> onTrade(trade, now, commands);
      case SourceEvent.FundsReported(var source, Money available) -> risk.onFunds(available);
      case SourceEvent.PositionsReported(SourceId source, Map<Option, Quantity> positions) ->
          sourceChecks.onReport(source, positions, trades.untraded(source), commands);
    }
    commands.addAll(watchList.update(market, portfolio, hedges));
  }

  /** Passes on the commands of the auctions and remembers the quotes among them. */
  private void record(List<Command> made, List<Command> commands) {
    for (Command command : made) {
      if (command instanceof Command.SendQuote(Quote quote)) {
        trades.quoted(quote);
      }
    }
    commands.addAll(made);
  }

  private void onTrade(Confirmation trade, Instant now, List<Command> commands) {
    if (!trades.add(trade)) {
      return; // reported again: booked and hedged already
    }
    TradeId id = trades.idOf(trade);
    trades
        .mismatch(trade)
        .filter(odd -> readiness.needsQuotes(trade.source()))
        .ifPresent(odd -> announce(new Notice.Incident("trade " + id, odd), commands));
    commands.add(new Command.WriteLedger(new LedgerEntry.TradeBooked(id, trade)));
    portfolio.book(trade);
    auctions.onTaken(trade.nonce());
    String terms = trade.ourSide() + " at " + trade.price() + ", fee " + trade.fee();
    announce(
        new Notice.TradeMoved(id, TradeState.EXECUTED, trade.option(), trade.quantity(), terms),
        commands);
    hedges.open(
        id, trade.option(), trade.ourSide(), trade.quantity(), trade.allInPrice(), now, commands);
  }

  private void onOperator(OperatorEvent wish, Instant now, List<Command> commands) {
    switch (wish) {
      case OperatorEvent.StopRequested() -> stop(now, commands);
      case OperatorEvent.HaltRequested(String reason) -> commands.addAll(halt(reason));
      case OperatorEvent.ResumeRequested() -> {
        risk.resume();
        ddh.resume();
        riskMoved("resumed by a person", commands);
      }
      case OperatorEvent.HedgeRetryRequested(TradeId trade) -> {
        if (!hedges.retry(trade, now, commands)) {
          announce(new Notice.Incident("retry", "no failed trade " + trade), commands);
        }
      }
    }
  }

  private void stop(Instant now, List<Command> commands) {
    readiness.stop();
    for (OrderIntent intent : List.copyOf(intents.live())) {
      if (intent.purpose().kind() == OrderPurpose.Kind.GAMMA_DDH) {
        intents.cancel(intent, now, commands);
      }
    }
  }

  /** From now on orders only end: nothing new is quoted, placed or moved. For an orderly close. */
  void windDown() {
    readiness.stop();
    windingDown = true;
  }

  boolean hasOpenOrders() {
    return !intents.live().isEmpty();
  }

  /** No new risk until a person resumes; hedging goes on. */
  public List<Command> halt(String reason) {
    List<Command> commands = new ArrayList<>();
    if (risk.halt()) {
      riskMoved(reason, commands);
    }
    return commands;
  }

  private void riskMoved(String reason, List<Command> commands) {
    announce(new Notice.RiskMoved(risk.state(), reason), commands);
    commands.add(new Command.WriteLedger(new LedgerEntry.RiskStateMoved(risk.state(), reason)));
  }

  private void onTick(Instant now, List<Command> commands) {
    risk.expire(now);
    commands.addAll(auctions.onTick(now));
    intents.onTick(now, commands);
    if (windingDown) {
      return;
    }
    hedges.onTick(now, commands);
    if (ddhMayAct()) {
      ddh.onTick(portfolio.net(), hedges.working(), now, commands);
    }
    if (!now.isBefore(nextPnlCheck)) {
      nextPnlCheck = now.plus(PNL_CHECK);
      risk.onPnl(portfolio.pnl(market, now)).ifPresent(reason -> riskMoved(reason, commands));
    }
    if (readiness.isExchangeLive() && !now.isBefore(nextSnapshot)) {
      takeSnapshot(now, commands);
    }
    sourceChecks.onTick(now, commands);
  }

  private boolean ddhMayAct() {
    return readiness.isExchangeLive() && reconciliation.isAgreed() && !readiness.isStopping();
  }

  /** Why no quote may go out now, whatever its source; empty if one may. */
  private Optional<String> closed() {
    return readiness.closed().or(this::untrusted);
  }

  private Optional<String> untrusted() {
    if (!reconciliation.isAgreed()) {
      return Optional.of("not_reconciled");
    }
    if (hedges.failed() > 0) {
      return Optional.of("hedge_failed");
    }
    return ddh.isHalted() ? Optional.of("ddh_halted") : Optional.empty();
  }

  /** The state as people and metrics see it. */
  public EngineStatus status(Instant now) {
    return new EngineStatus(
        now,
        closed(),
        risk.state(),
        portfolio.net(),
        portfolio.onExchange(),
        portfolio.atSource(),
        portfolio.exposure(market, now),
        portfolio.pnl(market, now),
        risk.liveReservations(),
        hedges.stillWorking(),
        hedges.failed(),
        intents.live().size());
  }

  private static void announce(Notice notice, List<Command> commands) {
    commands.add(new Command.Announce(notice));
  }
}
