package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import io.arb.core.spi.Capability;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hedges every confirmed trade: sells the same option, and covers the delta of what cannot be sold
 * with the perpetual. A trade is HEDGED when fills say so, or FAILED with a dead letter after
 * bounded attempts. Owned by the engine thread.
 *
 * <p>Risk states are no concern here: a halt stops new risk, not hedging.
 */
public final class HedgeManager {
  private final HedgeDesk desk;
  private final Map<TradeId, TradeHedge> open = new LinkedHashMap<>();
  private final Set<TradeId> hedged = new LinkedHashSet<>();

  /**
   * Starts without trades.
   *
   * @param capabilities what the exchange can do; without REPLACE an order is moved by a cancel and
   *     a new order
   * @throws IllegalArgumentException if the exchange lacks IMMEDIATE_OR_CANCEL, without which no
   *     hedge can be finished
   */
  public HedgeManager(
      HedgeConfig config,
      Set<Capability> capabilities,
      OrderIntents intents,
      MarketView market,
      DeltaSource deltas) {
    if (!capabilities.contains(Capability.IMMEDIATE_OR_CANCEL)) {
      throw new IllegalArgumentException(
          "hedging needs an exchange with IMMEDIATE_OR_CANCEL, got " + capabilities);
    }
    boolean canReplace = capabilities.contains(Capability.REPLACE);
    this.desk = new HedgeDesk(config, canReplace, intents, market, deltas);
  }

  /**
   * Takes on a confirmed trade that is EXECUTED. A trade that it knows, also one already hedged, is
   * left as it is.
   *
   * @param ourSide what we did in the trade; the hedge does the opposite
   * @param quantity positive
   * @param costPrice what one unit cost or brought us, fees included
   */
  public void open(
      TradeId trade,
      Option option,
      Side ourSide,
      Quantity quantity,
      Price costPrice,
      Instant now,
      List<Command> commands) {
    if (open.containsKey(trade) || hedged.contains(trade)) {
      return;
    }
    var facts = new TradeHedge.Trade(trade, option, ourSide, quantity, costPrice);
    TradeHedge hedge = new TradeHedge(desk, facts, TradeState.EXECUTED);
    open.put(trade, hedge);
    hedge.begin("hedge begins", now, commands);
    forgetHedged();
  }

  /** Takes news from the exchange, after {@link OrderIntents#on} has taken the same event. */
  public void on(ExchangeEvent event, Instant now, List<Command> commands) {
    switch (event) {
      case ExchangeEvent.ExchangeStatusChanged e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.InstrumentsListed e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.OrderChanged e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.OrderFilled e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.OrderRejected e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.ReplaceRefused e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.OrderResolved e -> advance(hedge -> true, now, commands);
      case ExchangeEvent.SnapshotTaken e -> advance(hedge -> true, now, commands);
      // Nothing is proven by these.
      case ExchangeEvent.OrderOutcomeUnknown e -> {}
      case ExchangeEvent.CancelRefused e -> {}
      case ExchangeEvent.ResolveFailed e -> {}
      case ExchangeEvent.SnapshotFailed e -> {}
    }
  }

  /** The book or ticker of an instrument has changed. */
  public void onMarket(Instrument instrument, Instant now, List<Command> commands) {
    advance(hedge -> hedge.needs(instrument), now, commands);
  }

  /** Time has passed; after {@link OrderIntents#onTick}. */
  public void onTick(Instant now, List<Command> commands) {
    advance(hedge -> true, now, commands);
  }

  /**
   * A person asks for a FAILED trade to be hedged again, with fresh attempts, for what fills prove
   * to remain.
   *
   * @return false if there is no such FAILED trade
   */
  public boolean retry(TradeId trade, Instant now, List<Command> commands) {
    TradeHedge hedge = open.get(trade);
    if (hedge == null || hedge.state() != TradeState.FAILED) {
      return false;
    }
    hedge.begin("asked for again", now, commands);
    forgetHedged();
    return true;
  }

  /**
   * Goes on after a restart: trades that were EXECUTED or HEDGING are hedged for what fills prove
   * to remain, once their old orders are proven to be over; FAILED ones wait for a person.
   *
   * @param entries the whole ledger, oldest first, after {@link OrderIntents#restore} has taken it
   */
  public void restore(List<LedgerEntry> entries, Instant now, List<Command> commands) {
    HedgeHistory history = HedgeHistory.read(entries);
    hedged.addAll(history.hedged());
    for (TradeHedge hedge : history.unfinished(desk)) {
      open.put(hedge.id(), hedge);
      if (hedge.state() == TradeState.EXECUTED) {
        hedge.begin("hedge begins after a restart", now, commands);
      }
    }
    forgetHedged();
  }

  /**
   * What the open hedges are still going to trade, signed (to be sold is negative). Position plus
   * this is what the gamma DDH has to cover: quantity at work here counts as traded there.
   */
  public Map<Instrument, Quantity> working() {
    Map<Instrument, Quantity> sum = new LinkedHashMap<>();
    for (TradeHedge hedge : open.values()) {
      hedge.working().forEach((key, quantity) -> sum.merge(key, quantity, Quantity::plus));
    }
    sum.values().removeIf(Quantity::isZero);
    return sum;
  }

  /** The trades that are HEDGING or FAILED, oldest first. */
  public List<OpenHedge> openHedges() {
    return open.values().stream().map(TradeHedge::view).toList();
  }

  /** How many trades are HEDGING. */
  public int stillWorking() {
    return count(TradeState.HEDGING);
  }

  /** How many trades are FAILED and wait for a person; quoting is to pause while there are any. */
  public int failed() {
    return count(TradeState.FAILED);
  }

  /** The instruments whose market data the open hedges need. */
  public Set<Instrument> instruments() {
    Set<Instrument> needed = new LinkedHashSet<>();
    open.values().forEach(hedge -> needed.addAll(hedge.instruments()));
    return needed;
  }

  private int count(TradeState state) {
    return (int) open.values().stream().filter(hedge -> hedge.state() == state).count();
  }

  private void advance(Predicate<TradeHedge> which, Instant now, List<Command> commands) {
    open.values().stream().filter(which).forEach(hedge -> hedge.advance(now, commands));
    forgetHedged();
  }

  private void forgetHedged() {
    open.values().stream()
        .filter(hedge -> hedge.state() == TradeState.HEDGED)
        .map(TradeHedge::id)
        .forEach(hedged::add);
    open.keySet().removeAll(hedged);
  }
}
