package io.arb.core.market;

import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest market data of the hedge venue. Owned by the engine thread. */
public final class MarketView {
  private final Duration staleAfter;
  private final Map<Instrument, InstrumentSpec> specs = new LinkedHashMap<>();
  private final Map<Instrument, OrderBook> books = new LinkedHashMap<>();
  private final Map<Instrument, Ticker> tickers = new LinkedHashMap<>();

  /**
   * Starts empty.
   *
   * @param staleAfter data older than this, by our clock since it arrived or by the venue's own
   *     time, is not used
   */
  public MarketView(Duration staleAfter) {
    this.staleAfter = staleAfter;
  }

  /** Replaces the list of instruments. */
  public void list(List<InstrumentSpec> listed) {
    specs.clear();
    listed.forEach(spec -> specs.put(spec.instrument(), spec));
  }

  /** Takes newer data; a late arrival with an older venue time is dropped. */
  public void on(MarketEvent event) {
    switch (event) {
      case MarketEvent.BookChanged(OrderBook book) ->
          books.merge(
              book.instrument(),
              book,
              (old, latest) -> latest.venueTime().isBefore(old.venueTime()) ? old : latest);
      case MarketEvent.TickerChanged(Ticker ticker) ->
          tickers.merge(
              ticker.instrument(),
              ticker,
              (old, latest) -> latest.venueTime().isBefore(old.venueTime()) ? old : latest);
    }
  }

  /** Forgets all books and tickers: after a reconnect nothing old may be used. */
  public void forgetPrices() {
    books.clear();
    tickers.clear();
  }

  public Collection<InstrumentSpec> listed() {
    return Collections.unmodifiableCollection(specs.values());
  }

  /** The trading rules of an instrument that the venue lists and trades. */
  public Optional<InstrumentSpec> spec(Instrument instrument) {
    return Optional.ofNullable(specs.get(instrument)).filter(InstrumentSpec::active);
  }

  /** The book, if it is fresh, two-sided and not crossed. */
  public Optional<OrderBook> book(Instrument instrument, Instant now) {
    return Optional.ofNullable(books.get(instrument))
        .filter(book -> isFresh(book.receivedAt(), book.venueTime(), now))
        .filter(OrderBook::isUsable);
  }

  /** The ticker, if it is fresh. */
  public Optional<Ticker> ticker(Instrument instrument, Instant now) {
    return Optional.ofNullable(tickers.get(instrument))
        .filter(ticker -> isFresh(ticker.receivedAt(), ticker.venueTime(), now));
  }

  private boolean isFresh(Instant receivedAt, Instant venueTime, Instant now) {
    Instant oldest = now.minus(staleAfter);
    return !receivedAt.isBefore(oldest) && !venueTime.isBefore(oldest);
  }
}
