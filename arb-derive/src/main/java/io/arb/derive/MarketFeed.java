package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.MarketReader;
import io.arb.derive.wire.WireBook;
import io.arb.derive.wire.WireTicker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books and tickers: which channels carry them, and what they say. Owned by the session's thread.
 * Source: Derive API, channels orderbook and ticker_slim.
 */
final class MarketFeed {
  private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);
  private static final String BOOK = "orderbook.";
  private static final String BOOK_SUFFIX = ".1.20";
  private static final String TICKER = "ticker_slim.";
  private static final String PERPETUAL_INTERVAL = ".100";
  private static final String OPTION_INTERVAL = ".1000";

  /** Good enough to bound a fee with a margin of half the price. */
  private static final Duration INDEX_LASTS = Duration.ofMinutes(1);

  private record Index(Price price, Instant seenAt) {}

  private final InstantSource clock;
  private final EventSink events;
  private final InstantSource ticks = SessionLoop.ticks();
  private final Map<String, Instrument> byChannel = new HashMap<>();
  private final Map<String, Long> publishIds = new HashMap<>();
  private final Map<Instrument, Ticker> tickers = new HashMap<>();
  private final Map<Underlying, Index> indexes = new HashMap<>();
  private final Set<String> complainedOf = new HashSet<>();

  MarketFeed(InstantSource clock, EventSink events) {
    this.clock = clock;
    this.events = events;
  }

  /** The channels that carry the news of these instruments; news of others is dropped from now. */
  Set<String> watch(Set<Instrument> instruments) {
    byChannel.clear();
    Set<String> channels = new LinkedHashSet<>();
    for (Instrument instrument : instruments) {
      String name = InstrumentName.of(instrument);
      String interval = instrument instanceof Perpetual ? PERPETUAL_INTERVAL : OPTION_INTERVAL;
      for (String channel : Set.of(BOOK + name + BOOK_SUFFIX, TICKER + name + interval)) {
        channels.add(channel);
        byChannel.put(channel, instrument);
      }
    }
    return channels;
  }

  /** A new connection counts its publications anew. */
  void reconnected() {
    publishIds.clear();
    complainedOf.clear();
  }

  /** The newest mark price, for the bound of a fee. */
  Optional<Price> mark(Instrument instrument) {
    return Optional.ofNullable(tickers.get(instrument)).map(Ticker::mark);
  }

  /** An index price that any ticker of the underlying has shown in the last minute. */
  Optional<Price> index(Underlying underlying) {
    Instant oldest = ticks.instant().minus(INDEX_LASTS);
    return Optional.ofNullable(indexes.get(underlying))
        .filter(index -> index.seenAt().isAfter(oldest))
        .map(Index::price);
  }

  /** The venue showed an index price. */
  void onIndex(Underlying underlying, Price price) {
    indexes.put(underlying, new Index(price, ticks.instant()));
  }

  void on(String channel, JsonNode data) {
    Instrument instrument = byChannel.get(channel);
    if (instrument == null) {
      return;
    }
    try {
      if (channel.startsWith(BOOK)) {
        onBook(channel, instrument, WireBook.of(data));
      } else {
        onTicker(instrument, WireTicker.of(data));
      }
    } catch (WireFormatException e) {
      if (complainedOf.add(channel)) {
        LOG.warn("Unreadable news in {}, shown once a connection: {}", channel, e.getMessage());
      }
    }
  }

  /** Every book is complete, so a skipped one costs nothing; an older one is dropped. */
  private void onBook(String channel, Instrument instrument, WireBook book) {
    Long last = publishIds.get(channel);
    if (last != null && book.publishId() <= last) {
      return;
    }
    publishIds.put(channel, book.publishId());
    events.accept(new BookChanged(MarketReader.book(instrument, book, clock.instant())));
  }

  private void onTicker(Instrument instrument, WireTicker wire) {
    Ticker ticker = MarketReader.ticker(instrument, wire, clock.instant());
    tickers.put(instrument, ticker);
    onIndex(instrument.underlying(), ticker.index());
    events.accept(new TickerChanged(ticker));
  }
}
