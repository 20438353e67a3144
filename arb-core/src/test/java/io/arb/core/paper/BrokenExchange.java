package io.arb.core.paper;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Instant;
import java.util.Set;

/** A paper exchange for subclasses to break: every call and every event passes through it. */
class BrokenExchange implements Exchange, EventSink {
  private final PaperContractVenue venue;
  private final Exchange paper;
  private final EventSink log;

  BrokenExchange(PaperContractVenue venue, EventSink log) {
    this.venue = venue;
    this.log = log;
    this.paper = venue.connect(this);
  }

  final PaperContractVenue venue() {
    return venue;
  }

  /** Reports to whoever listens. */
  final void report(Event event) {
    log.accept(event);
  }

  static boolean is(Event event, ConnectionStatus status) {
    return event instanceof ExchangeStatusChanged changed && changed.status() == status;
  }

  @Override
  public void accept(Event event) {
    report(event);
  }

  @Override
  public void start() {
    paper.start();
  }

  @Override
  public void watch(Set<Instrument> instruments) {
    paper.watch(instruments);
  }

  @Override
  public void place(OrderRequest request) {
    paper.place(request);
  }

  @Override
  public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    paper.replace(target, expectedFilled, replacement);
  }

  @Override
  public void cancel(ClientOrderId id, Instrument instrument) {
    paper.cancel(id, instrument);
  }

  @Override
  public void cancelAll() {
    paper.cancelAll();
  }

  @Override
  public void resolve(ClientOrderId id, Instrument instrument, Instant sentAt) {
    paper.resolve(id, instrument, sentAt);
  }

  @Override
  public void snapshot() {
    paper.snapshot();
  }

  @Override
  public void close() {
    paper.close();
  }
}
