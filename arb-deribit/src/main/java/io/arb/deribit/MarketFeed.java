package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.OrderBook;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.LocalBook;
import io.arb.deribit.map.MarketReader;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.PriceUnit;
import io.arb.deribit.wire.WireBook;
import io.arb.deribit.wire.WireTicker;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books and tickers: which channels carry them, and what they say. A book with a gap becomes
 * unusable at once and its channel begins anew. A book in which nothing moves sends nothing; the
 * ticker, which comes at least every five seconds, confirms or doubts it. Owned by the session's
 * thread. Source: Deribit API, channels book and ticker.
 */
final class MarketFeed {
  private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);
  private static final String BOOK = "book.";
  private static final String TICKER = "ticker.";
  private static final String TICKER_INTERVAL = ".100ms";

  private final Naming naming;
  private final String bookInterval;
  private final InstantSource clock;
  private final EventSink events;
  private final Consumer<String> resubscribe;
  private final InstantSource ticks = SessionLoop.ticks();
  private final Map<String, Instrument> byChannel = new HashMap<>();
  private final Map<Instrument, BookWatch> books = new HashMap<>();
  private final Map<Instrument, WireTicker> tickers = new HashMap<>();
  private final Set<String> complainedOf = new HashSet<>();

  /**
   * A feed of nothing yet.
   *
   * @param bookInterval {@code raw} or {@code 100ms}
   * @param resubscribe asked to make a channel begin anew
   */
  MarketFeed(
      Naming naming,
      String bookInterval,
      InstantSource clock,
      EventSink events,
      Consumer<String> resubscribe) {
    this.naming = naming;
    this.bookInterval = bookInterval;
    this.clock = clock;
    this.events = events;
    this.resubscribe = resubscribe;
  }

  /** The channels that carry the news of these instruments; news of others is dropped from now. */
  Set<String> watch(Set<Instrument> instruments) {
    byChannel.clear();
    books.keySet().retainAll(instruments);
    tickers.keySet().retainAll(instruments);
    Set<String> channels = new LinkedHashSet<>();
    for (Instrument instrument : instruments) {
      for (String channel : Set.of(bookChannel(instrument), tickerChannel(instrument))) {
        channels.add(channel);
        byChannel.put(channel, instrument);
      }
    }
    return channels;
  }

  private String bookChannel(Instrument instrument) {
    return BOOK + naming.name(instrument) + "." + bookInterval;
  }

  private String tickerChannel(Instrument instrument) {
    return TICKER + naming.name(instrument) + TICKER_INTERVAL;
  }

  /** A new connection begins with snapshots. */
  void reconnected() {
    books.clear();
    tickers.clear();
    complainedOf.clear();
  }

  /** The newest ticker. */
  Optional<WireTicker> ticker(Instrument instrument) {
    return Optional.ofNullable(tickers.get(instrument));
  }

  /** What one unit of an instrument's price is worth; empty if that is not known yet. */
  Optional<PriceUnit> unit(Instrument instrument) {
    boolean inCoin = naming.isPricedInCoin(instrument);
    return inCoin
        ? ticker(instrument).map(ticker -> MarketReader.unit(ticker, true))
        : Optional.of(PriceUnit.USD);
  }

  void on(String channel, JsonNode data) {
    Instrument instrument = byChannel.get(channel);
    if (instrument == null) {
      return;
    }
    try {
      if (channel.startsWith(BOOK)) {
        onBook(instrument, WireBook.of(data));
      } else {
        onTicker(instrument, WireTicker.of(data));
      }
    } catch (WireFormatException e) {
      if (complainedOf.add(channel)) {
        LOG.warn("Unreadable news in {}, shown once a connection: {}", channel, e.getMessage());
      }
    }
  }

  private BookWatch watchOf(Instrument instrument) {
    return books.computeIfAbsent(instrument, key -> new BookWatch(ticks));
  }

  private void onBook(Instrument instrument, WireBook frame) {
    BookWatch watch = watchOf(instrument);
    LocalBook.Outcome outcome = watch.apply(frame);
    switch (outcome) {
      case SNAPSHOT, APPLIED -> tell(instrument, watch, frame.timestamp());
      case GAP -> {
        LOG.warn("The book of {} has a gap at {}", instrument, frame.changeId());
        beginAnew(instrument, watch, frame.timestamp());
      }
      case STALE, IGNORED_NOT_SYNCED -> {
        if (watch.isOverdue()) {
          beginAnew(instrument, watch, frame.timestamp());
        }
      }
    }
  }

  private void beginAnew(Instrument instrument, BookWatch watch, long timestamp) {
    watch.beginAnew();
    events.accept(new BookChanged(MarketReader.unusable(instrument, timestamp, clock.instant())));
    resubscribe.accept(bookChannel(instrument));
  }

  private void tell(Instrument instrument, BookWatch watch, long timestamp) {
    Optional<PriceUnit> unit = unit(instrument);
    if (unit.isPresent()) {
      OrderBook book =
          MarketReader.book(instrument, watch.book(), unit.get(), timestamp, clock.instant());
      watch.told();
      events.accept(new BookChanged(book));
    }
  }

  private void onTicker(Instrument instrument, WireTicker wire) {
    PriceUnit unit = MarketReader.unit(wire, naming.isPricedInCoin(instrument));
    events.accept(new TickerChanged(MarketReader.ticker(instrument, wire, unit, clock.instant())));
    tickers.put(instrument, wire);
    BookWatch watch = watchOf(instrument);
    switch (watch.compare(wire)) {
      case CONFIRMED -> tell(instrument, watch, wire.timestamp());
      case DOUBTED -> {
        LOG.warn("The book of {} is not that of the ticker", instrument);
        beginAnew(instrument, watch, wire.timestamp());
      }
      case NOTHING_NEW -> {}
    }
  }
}
