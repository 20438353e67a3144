package io.arb.core.hedge;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Confirmation;
import io.arb.core.model.Fill;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger knows about the hedges of trades. Used once, while starting. */
final class HedgeHistory {
  private final Map<TradeId, Confirmation> trades = new LinkedHashMap<>();
  private final Map<TradeId, TradeState> states = new LinkedHashMap<>();
  private final Map<ClientOrderId, OrderPurpose> purposes = new LinkedHashMap<>();
  private final Map<ClientOrderId, List<Fill>> fills = new LinkedHashMap<>();

  private HedgeHistory() {}

  static HedgeHistory read(List<LedgerEntry> entries) {
    HedgeHistory history = new HedgeHistory();
    entries.forEach(history::take);
    return history;
  }

  Set<TradeId> hedged() {
    Set<TradeId> hedged = new LinkedHashSet<>(trades.keySet());
    hedged.removeIf(trade -> states.get(trade) != TradeState.HEDGED);
    return hedged;
  }

  List<TradeHedge> unfinished(HedgeDesk desk) {
    List<TradeHedge> hedges = new ArrayList<>();
    trades.forEach(
        (id, confirmation) -> {
          TradeState state = stateOf(id);
          if (state != TradeState.HEDGED) {
            hedges.add(hedge(desk, id, confirmation, state));
          }
        });
    return hedges;
  }

  /** A booked trade is at least EXECUTED, even if a crash kept that move from the ledger. */
  private TradeState stateOf(TradeId trade) {
    TradeState last = states.getOrDefault(trade, TradeState.EXECUTED);
    return switch (last) {
      case PENDING, QUOTED, CANCELLED, EXECUTED -> TradeState.EXECUTED;
      case HEDGING, HEDGED, FAILED -> last;
    };
  }

  private TradeHedge hedge(
      HedgeDesk desk, TradeId id, Confirmation confirmation, TradeState state) {
    var trade =
        new TradeHedge.Trade(
            id,
            confirmation.option(),
            confirmation.ourSide(),
            confirmation.quantity(),
            confirmation.allInPrice());
    TradeHedge hedge = new TradeHedge(desk, trade, state);
    purposes.forEach(
        (order, purpose) -> {
          if (purpose.trade().filter(id::equals).isPresent()) {
            addOrder(desk, hedge, order, purpose.kind());
          }
        });
    return hedge;
  }

  /** An order in doubt brings its fills itself; of one that is over only the fills are left. */
  private void addOrder(
      HedgeDesk desk, TradeHedge hedge, ClientOrderId order, OrderPurpose.Kind kind) {
    desk.intents()
        .find(order)
        .filter(OrderIntent::isLive)
        .ifPresentOrElse(
            hedge.tally()::add,
            () ->
                fills
                    .getOrDefault(order, List.of())
                    .forEach(fill -> hedge.tally().addEarlier(kind, fill)));
  }

  private void take(LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.TradeBooked e -> trades.put(e.trade(), e.confirmation());
      case LedgerEntry.TradeMoved e -> states.put(e.trade(), e.state());
      case LedgerEntry.OrderIntended e -> takeOrder(e);
      case LedgerEntry.FillBooked(Fill fill) -> takeFill(fill);
      case LedgerEntry.SequenceReserved e -> {}
      case LedgerEntry.QuoteRecorded e -> {}
      case LedgerEntry.OrderEnded e -> {}
      case LedgerEntry.DeadLettered e -> {}
      case LedgerEntry.RiskStateMoved e -> {}
    }
  }

  private void takeOrder(LedgerEntry.OrderIntended entry) {
    if (entry.purpose().trade().isPresent()) {
      purposes.put(entry.request().id(), entry.purpose());
    }
  }

  private void takeFill(Fill fill) {
    fill.order()
        .filter(purposes::containsKey)
        .ifPresent(order -> fills.computeIfAbsent(order, any -> new ArrayList<>()).add(fill));
  }
}
