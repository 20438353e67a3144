package io.arb.core.engine;

import io.arb.core.model.Command;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quote;
import io.arb.core.model.Rejection;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.Ledger;
import io.arb.core.spi.TradeSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out commands in order. A ledger entry that cannot be made durable stops what follows it:
 * a quote or order that was not recorded does not leave, and the engine hears of it. Owned by the
 * engine thread.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Ledger ledger;
  private final Exchange exchange;
  private final Map<SourceId, TradeSource> sources;
  private final EventSink inbox;
  private final List<NoticeListener> listeners;

  Outbox(
      Ledger ledger,
      Exchange exchange,
      Map<SourceId, TradeSource> sources,
      EventSink inbox,
      List<NoticeListener> listeners) {
    this.ledger = ledger;
    this.exchange = exchange;
    this.sources = Map.copyOf(sources);
    this.inbox = inbox;
    this.listeners = List.copyOf(listeners);
  }

  void run(List<Command> commands, Instant now) {
    boolean durable = true;
    for (Command command : commands) {
      if (!durable) {
        refuse(command);
      } else if (command instanceof Command.WriteLedger(LedgerEntry entry)) {
        durable = append(entry, now);
      } else {
        act(command, now);
      }
    }
  }

  private boolean append(LedgerEntry entry, Instant now) {
    try {
      ledger.append(entry, now);
      return true;
    } catch (Ledger.LedgerException e) {
      LOG.error("ledger entry not durable, nothing that depends on it is done: {}", entry, e);
      inbox.accept(new Event.LedgerFailed(String.valueOf(e.getMessage())));
      return false;
    }
  }

  private void act(Command command, Instant now) {
    switch (command) {
      case Command.WriteLedger(LedgerEntry entry) -> append(entry, now);
      case Command.SendQuote(Quote quote) -> send(quote);
      case Command.PlaceOrder(OrderRequest request) -> exchange.place(request);
      case Command.ReplaceOrder(var target, var expectedFilled, var replacement) ->
          exchange.replace(target, expectedFilled, replacement);
      case Command.CancelOrder(var id, var instrument) -> exchange.cancel(id, instrument);
      case Command.ResolveOrder(var id, var instrument, var sentAt) ->
          exchange.resolve(id, instrument, sentAt);
      case Command.TakeSnapshot() -> exchange.snapshot();
      case Command.AskSource(SourceId id) -> source(id).ifPresent(TradeSource::refreshAccount);
      case Command.RecoverTrade(Quote quote) ->
          source(quote.source()).ifPresent(source -> source.recover(quote));
      case Command.Watch(var instruments) -> exchange.watch(instruments);
      case Command.Announce(Notice notice) -> announce(notice, now);
    }
  }

  /** What depended on an entry that is not durable: it does not leave, and the engine learns so. */
  private void refuse(Command command) {
    String why = "its ledger entry is not durable";
    switch (command) {
      case Command.SendQuote(Quote quote) ->
          inbox.accept(
              new SourceEvent.QuoteNotSent(quote.source(), quote.rfq(), quote.nonce(), why));
      case Command.PlaceOrder(OrderRequest request) ->
          inbox.accept(new ExchangeEvent.OrderRejected(request.id(), Rejection.NOT_SENT, why));
      case Command.ReplaceOrder(var target, var expectedFilled, var replacement) ->
          inbox.accept(
              new ExchangeEvent.ReplaceRefused(target, replacement.id(), Rejection.NOT_SENT, why));
      case Command.CancelOrder(var id, var instrument) -> exchange.cancel(id, instrument);
      case Command.ResolveOrder(var id, var instrument, var sentAt) ->
          exchange.resolve(id, instrument, sentAt);
      case Command.TakeSnapshot() -> exchange.snapshot();
      case Command.AskSource(SourceId id) -> source(id).ifPresent(TradeSource::refreshAccount);
      case Command.RecoverTrade(Quote quote) ->
          source(quote.source()).ifPresent(source -> source.recover(quote));
      case Command.Watch(var instruments) -> exchange.watch(instruments);
      case Command.WriteLedger(LedgerEntry entry) -> LOG.error("not written: {}", entry);
      case Command.Announce(Notice notice) -> LOG.warn("not announced: {}", notice);
    }
  }

  private void send(Quote quote) {
    source(quote.source())
        .ifPresentOrElse(
            source -> source.send(quote),
            () ->
                inbox.accept(
                    new SourceEvent.QuoteNotSent(
                        quote.source(), quote.rfq(), quote.nonce(), "no such trade source")));
  }

  /** Empty for a source that is not running now, though the ledger may remember it. */
  private Optional<TradeSource> source(SourceId id) {
    return Optional.ofNullable(sources.get(id));
  }

  private void announce(Notice notice, Instant now) {
    for (NoticeListener listener : listeners) {
      listener.on(notice, now);
    }
  }
}
