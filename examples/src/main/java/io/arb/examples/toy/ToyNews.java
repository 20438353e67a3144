package io.arb.examples.toy;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.Instrument;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.PaperClockwork;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenueListener;
import io.arb.core.paper.VenueOrder;
import io.arb.core.spi.EventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the venue tells one account, in the model's words: no news before {@link #open}, none while
 * the line is down, nothing at all after {@link #close}. Safe from any thread.
 */
final class ToyNews implements VenueListener, AutoCloseable {
  private static final int DEPTH = 20;

  private final PaperVenue venue;
  private final AccountId account;
  private final ToyLine line;
  private final Duration pace;
  private final EventSink events;
  private final Set<ClientOrderId> spent = new HashSet<>();
  private volatile Set<Instrument> watched = Set.of();
  private Optional<PaperClockwork> clockwork = Optional.empty();
  private boolean open;
  private boolean closed;

  ToyNews(PaperVenue venue, AccountId account, ToyLine line, Duration pace, EventSink events) {
    this.venue = venue;
    this.account = account;
    this.line = line;
    this.pace = pace;
    this.events = events;
  }

  synchronized void open() {
    open = !closed;
    venue.addListener(this);
    if (pace.isPositive()) {
      clockwork = Optional.of(PaperClockwork.start(venue, pace));
    }
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** False if the id was spent before. */
  synchronized boolean spend(ClientOrderId id) {
    return spent.add(id);
  }

  /** What we know ourselves, whatever the line does, also before the start. */
  synchronized void report(Event event) {
    if (!closed) {
      events.accept(event);
    }
  }

  /** What came over the line. */
  void answer(Event event) {
    if (line.isUp()) {
      report(event);
    }
  }

  void tell(VenueOrder order) {
    answer(new OrderChanged(ToyWords.update(order)));
  }

  void watch(Set<Instrument> instruments) {
    watched = Set.copyOf(instruments);
    showWatched();
  }

  void showWatched() {
    watched.forEach(this::bookChanged);
    watched.forEach(this::tickerChanged);
  }

  @Override
  public void orderChanged(AccountId whose, VenueOrder order) {
    if (whose.equals(account)) {
      tell(order);
    }
  }

  @Override
  public void filled(AccountId whose, VenueFill fill) {
    if (whose.equals(account)) {
      answer(new OrderFilled(ToyWords.fill(fill)));
    }
  }

  @Override
  public void bookChanged(Instrument instrument) {
    if (watched.contains(instrument) && venue.spec(instrument).isPresent()) {
      answer(new BookChanged(venue.book(instrument, DEPTH)));
    }
  }

  private void tickerChanged(Instrument instrument) {
    if (venue.spec(instrument).isPresent()) {
      answer(new TickerChanged(venue.ticker(instrument)));
    }
  }

  @Override
  public void advanced(Instant now) {
    watched.forEach(this::tickerChanged);
  }

  @Override
  public void close() {
    Optional<PaperClockwork> running;
    synchronized (this) {
      open = false;
      closed = true;
      running = clockwork;
      clockwork = Optional.empty();
    }
    venue.removeListener(this);
    running.ifPresent(PaperClockwork::close);
  }
}
