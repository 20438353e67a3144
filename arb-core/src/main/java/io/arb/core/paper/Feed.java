package io.arb.core.paper;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.Instrument;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.spi.EventSink;
import java.time.Instant;
import java.util.Set;

/**
 * What a paper exchange tells its sink about one account and the instruments it watches; nothing
 * while the link is down, nothing after {@link #close}. Safe from any thread.
 */
final class Feed implements VenueListener {
  private static final int DEPTH = 20;

  private enum Phase {
    NEW,
    OPEN,
    CLOSED
  }

  private final PaperVenue venue;
  private final AccountId account;
  private final EventSink sink;
  private final PaperLink link;
  private volatile Set<Instrument> watched = Set.of();
  private volatile Phase phase = Phase.NEW;

  Feed(PaperVenue venue, AccountId account, EventSink sink, PaperLink link) {
    this.venue = venue;
    this.account = account;
    this.sink = sink;
    this.link = link;
  }

  synchronized void open() {
    if (phase == Phase.NEW) {
      phase = Phase.OPEN;
    }
  }

  synchronized void close() {
    phase = Phase.CLOSED;
  }

  boolean isOpen() {
    return phase == Phase.OPEN;
  }

  /** One event at a time, so that none is on its way when {@link #close} returns. */
  synchronized void emit(Event event) {
    if (phase != Phase.CLOSED) {
      sink.accept(event);
    }
  }

  void status(ConnectionStatus status, String reason) {
    emit(new ExchangeStatusChanged(status, reason));
  }

  void watch(Set<Instrument> instruments) {
    watched = Set.copyOf(instruments);
    if (isOpen() && link.isUp()) {
      showWatched();
    }
  }

  void showWatched() {
    for (Instrument instrument : watched) {
      bookChanged(instrument);
      showTicker(instrument);
    }
  }

  private void showTicker(Instrument instrument) {
    if (venue.spec(instrument).isPresent()) {
      emit(new TickerChanged(venue.ticker(instrument)));
    }
  }

  @Override
  public void orderChanged(AccountId whose, VenueOrder order) {
    if (isMine(whose)) {
      emit(new OrderChanged(PaperWords.update(order)));
    }
  }

  @Override
  public void filled(AccountId whose, VenueFill fill) {
    if (isMine(whose)) {
      emit(new OrderFilled(PaperWords.fill(fill)));
    }
  }

  private boolean isMine(AccountId whose) {
    return whose.equals(account) && link.isUp();
  }

  @Override
  public void bookChanged(Instrument instrument) {
    if (watched.contains(instrument) && link.isUp() && venue.spec(instrument).isPresent()) {
      emit(new BookChanged(venue.book(instrument, DEPTH)));
    }
  }

  @Override
  public void advanced(Instant now) {
    if (link.isUp()) {
      watched.forEach(this::showTicker);
    }
  }
}
