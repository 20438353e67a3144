package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Publishes market data: raw books at each event, the rest by the clock and only what has changed;
 * tickers at the latest after five seconds, indices each second. Owned by the simulator's thread.
 */
final class Publisher {
  private static final Duration LONGEST_TICKER_PAUSE = Duration.ofSeconds(5);
  private static final Duration INDEX_PERIOD = Duration.ofSeconds(1);

  private final House house;
  private final Sessions sessions;
  private final TickerJson tickers;
  private final Map<String, BookFeed> books = new LinkedHashMap<>();
  private final Map<String, Sent> sent = new HashMap<>();

  Publisher(House house, Sessions sessions) {
    this.house = house;
    this.sessions = sessions;
    this.tickers = new TickerJson(house);
  }

  /** The last message of a channel, without its time. */
  private record Sent(JsonNode content, Instant at) {}

  /** What a new listener is sent at once. */
  void begin(Session session, String name, Subscription subscription) {
    switch (subscription.channel()) {
      case Channel.WholeBook book -> {
        house.makers().refresh(book.product(), house.now());
        BookFeed feed = books.computeIfAbsent(name, key -> new BookFeed(house, book.product()));
        sessions.send(session, name, subscription, feed.snapshot());
        if (house.faults().sendsStaleFrames()) {
          sessions.send(session, name, subscription, feed.stale());
        }
      }
      case Channel.Window window -> first(session, name, subscription);
      case Channel.TickerOf ticker -> first(session, name, subscription);
      case Channel.QuoteOf quote -> first(session, name, subscription);
      case Channel.Index index -> first(session, name, subscription);
      default -> {}
    }
  }

  private void first(Session session, String name, Subscription subscription) {
    product(subscription.channel())
        .ifPresent(product -> house.makers().refresh(product, house.now()));
    content(subscription.channel())
        .ifPresent(data -> sessions.send(session, name, subscription, data));
  }

  /** Every channel that somebody listens to. */
  private Map<String, Channel> wanted() {
    Map<String, Channel> wanted = new LinkedHashMap<>();
    sessions
        .open()
        .forEach(
            session ->
                session.subscriptions().forEach((name, own) -> wanted.put(name, own.channel())));
    return wanted;
  }

  private static Optional<Product> product(Channel channel) {
    return switch (channel) {
      case Channel.WholeBook book -> Optional.of(book.product());
      case Channel.Window window -> Optional.of(window.product());
      case Channel.TickerOf ticker -> Optional.of(ticker.product());
      case Channel.QuoteOf quote -> Optional.of(quote.product());
      default -> Optional.empty();
    };
  }

  /** Products whose books somebody watches or has orders in, open ones only. */
  Set<Product> watched() {
    Set<Product> watched = new LinkedHashSet<>();
    wanted().values().forEach(channel -> product(channel).ifPresent(watched::add));
    house
        .floor()
        .customers()
        .forEach(
            account -> account.alive(order -> true).forEach(order -> watched.add(order.product())));
    watched.removeIf(product -> !house.listing().isOpen(product));
    return watched;
  }

  /** Raw books of these products go out. */
  void changed(Set<Product> products) {
    books.forEach(
        (name, feed) -> {
          if (name.endsWith(".raw") && products.contains(feed.product())) {
            publish(name, feed);
          }
        });
  }

  /** Sends what is due by the clock. */
  void tick(Instant now) {
    Map<String, Channel> wanted = wanted();
    books.keySet().retainAll(wanted.keySet());
    sent.keySet().retainAll(wanted.keySet());
    wanted.forEach((name, channel) -> tick(name, channel, now));
  }

  private void tick(String name, Channel channel, Instant now) {
    switch (channel) {
      case Channel.WholeBook book -> {
        BookFeed feed = books.get(name);
        if (feed != null && feed.isDue(book.interval(), now)) {
          publish(name, feed);
        }
      }
      case Channel.Window window -> changes(name, channel, window.interval().period(), now);
      case Channel.TickerOf ticker -> changes(name, channel, ticker.interval().period(), now);
      case Channel.QuoteOf quote -> changes(name, channel, Duration.ZERO, now);
      case Channel.Index index -> changes(name, channel, INDEX_PERIOD, now);
      default -> {}
    }
  }

  private void changes(String name, Channel channel, Duration period, Instant now) {
    Optional<ObjectNode> content = content(channel);
    if (content.isEmpty()) {
      return;
    }
    JsonNode bare = content.get().deepCopy().without("timestamp");
    Sent before = sent.get(name);
    boolean early = before != null && now.isBefore(before.at().plus(period));
    boolean same = before != null && before.content().toString().equals(bare.toString());
    boolean late = before != null && isLate(channel, before.at(), now);
    if (!early && (!same || late)) {
      sent.put(name, new Sent(bare, now));
      sessions.publish(name, content.get());
    }
  }

  private static boolean isLate(Channel channel, Instant before, Instant now) {
    return switch (channel) {
      case Channel.TickerOf t -> !now.isBefore(before.plus(LONGEST_TICKER_PAUSE));
      case Channel.Index i -> !now.isBefore(before.plus(INDEX_PERIOD));
      default -> false;
    };
  }

  private Optional<ObjectNode> content(Channel channel) {
    if (product(channel).filter(product -> !house.listing().isOpen(product)).isPresent()) {
      return Optional.empty();
    }
    return switch (channel) {
      case Channel.Window window -> Optional.of(window(window));
      case Channel.TickerOf ticker -> Optional.of(tickers.ticker(ticker.product()));
      case Channel.QuoteOf quote -> Optional.of(tickers.quote(quote.product()));
      case Channel.Index index -> Optional.of(index(index));
      default -> Optional.empty();
    };
  }

  private ObjectNode window(Channel.Window window) {
    ObjectNode json = Json.object();
    json.put("timestamp", house.now().toEpochMilli());
    json.put("instrument_name", window.product().name());
    json.set("bids", tickers.levels(window.product(), Side.BUY, window.depth()));
    json.set("asks", tickers.levels(window.product(), Side.SELL, window.depth()));
    return json;
  }

  private ObjectNode index(Channel.Index index) {
    ObjectNode json = Json.object().put("index_name", index.name());
    house.numbers().put(json, "price", house.valuation().index(house.now()));
    return json.put("timestamp", house.now().toEpochMilli());
  }

  private void publish(String name, BookFeed feed) {
    if (house.faults().silencesBooks() || !feed.differs()) {
      return;
    }
    switch (house.faults().takeBookFault().orElse(null)) {
      case null -> feed.change().ifPresent(frame -> sessions.publish(name, frame));
      case LOST -> {
        var unused = feed.change();
      }
      case DUPLICATED ->
          feed.change()
              .ifPresent(
                  frame -> {
                    sessions.publish(name, frame);
                    sessions.publish(name, frame);
                  });
      case SNAPSHOT -> {
        var unused = feed.change();
        sessions.publish(name, feed.snapshot());
      }
      case MERGED -> {}
    }
  }
}
