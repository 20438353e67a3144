package io.arb.cli.run;

import io.arb.core.engine.NoticeListener;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.TradeState;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what an instance announces. Safe from any thread. */
final class RunCounters implements NoticeListener {
  private final SortedMap<String, Long> declined = new TreeMap<>();
  private final SortedMap<TradeState, Long> trades = new TreeMap<>();
  private final SortedMap<OrderPurpose.Kind, Long> orders = new TreeMap<>();
  private final SortedMap<OrderPurpose.Kind, Long> fills = new TreeMap<>();
  private long rfqs;
  private long quotes;
  private long improvements;
  private long incidents;
  private long deadLetters;

  /** The counts at one instant. */
  record Counts(
      long rfqs,
      SortedMap<String, Long> declined,
      long quotes,
      long improvements,
      SortedMap<TradeState, Long> trades,
      SortedMap<OrderPurpose.Kind, Long> orders,
      SortedMap<OrderPurpose.Kind, Long> fills,
      long incidents,
      long deadLetters) {

    long trades(TradeState state) {
      return trades.getOrDefault(state, 0L);
    }

    long orders(OrderPurpose.Kind kind) {
      return orders.getOrDefault(kind, 0L);
    }
  }

  @Override
  public synchronized void on(Notice notice, Instant at) {
    switch (notice) {
      case Notice.RfqSeen seen -> rfqs++;
      case Notice.RfqDeclined declinedRfq -> declined.merge(declinedRfq.reason(), 1L, Long::sum);
      case Notice.QuoteMade made -> {
        quotes++;
        improvements += made.improved() ? 1 : 0;
      }
      case Notice.TradeMoved moved -> trades.merge(moved.state(), 1L, Long::sum);
      case Notice.OrderSent sent -> orders.merge(sent.purpose().kind(), 1L, Long::sum);
      case Notice.FillSeen seen -> fills.merge(seen.purpose().kind(), 1L, Long::sum);
      case Notice.Incident incident -> incidents++;
      case Notice.DeadLetterAdded letter -> deadLetters++;
      case Notice.QuoteLost lost -> {}
      case Notice.OrderEnded ended -> {}
      case Notice.StatusSeen status -> {}
      case Notice.RiskMoved moved -> {}
    }
  }

  synchronized Counts counts() {
    return new Counts(
        rfqs,
        new TreeMap<>(declined),
        quotes,
        improvements,
        new TreeMap<>(trades),
        new TreeMap<>(orders),
        new TreeMap<>(fills),
        incidents,
        deadLetters);
  }
}
