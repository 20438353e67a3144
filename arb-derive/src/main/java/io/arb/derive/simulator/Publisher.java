package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Level;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Publishes books, tickers and spot prices: every 100 ms what has changed, at the latest after a
 * second. Owned by the simulator's thread.
 */
final class Publisher {
  private static final int TICKS_A_SECOND = 10;
  private static final int DEEPEST = 10_000;

  private final House house;
  private final Sessions sessions;
  private final TickerJson tickers;
  private final Map<String, State> states = new HashMap<>();

  Publisher(House house, Sessions sessions) {
    this.house = house;
    this.sessions = sessions;
    this.tickers = new TickerJson(house);
  }

  /** What was last published on one channel. */
  private static final class State {
    private final Channel channel;
    private long publishId;
    private int ticksSince;
    private JsonNode content = Json.object();

    State(Channel channel) {
      this.channel = channel;
    }
  }

  /** One snapshot for a new listener, where the channel has such a thing. */
  void snapshot(Session session, String name, Channel channel) {
    if (isPeriodic(channel)) {
      State state = states.computeIfAbsent(name, key -> new State(channel));
      state.content = content(channel);
      sessions.publishTo(session, name, message(state));
    }
  }

  private static boolean isPeriodic(Channel channel) {
    return switch (channel) {
      case Channel.Book book -> true;
      case Channel.Slim slim -> true;
      case Channel.SpotFeed feed -> true;
      case Channel.Trades trades -> false;
      case Channel.Own own -> false;
    };
  }

  /** To be called every 100 ms. */
  void tick() {
    Set<String> wanted = sessions.channels();
    states.keySet().retainAll(wanted);
    states.forEach(this::tick);
  }

  private void tick(String name, State state) {
    state.ticksSince++;
    boolean isSlow = state.channel instanceof Channel.Slim slim && slim.intervalMillis() > 100;
    boolean secondIsOver = state.ticksSince >= TICKS_A_SECOND;
    if (isSlow && !secondIsOver) {
      return;
    }
    JsonNode content = content(state.channel);
    if (secondIsOver || !content.equals(state.content)) {
      state.ticksSince = 0;
      state.content = content;
      sessions.publish(name, message(state));
    }
  }

  /** What counts as a change: everything but times and numbers. */
  private JsonNode content(Channel channel) {
    return switch (channel) {
      case Channel.Book book -> levels(book);
      case Channel.Slim slim -> {
        ObjectNode ticker = tickers.slim(slim.instrument());
        ticker.remove("t");
        yield ticker;
      }
      case Channel.SpotFeed feed ->
          Json.object().put("price", house.venue().market().index(house.now()).toString());
      case Channel.Trades trades -> Json.object();
      case Channel.Own own -> Json.object();
    };
  }

  private JsonNode message(State state) {
    return switch (state.channel) {
      case Channel.Book book -> book(book, state);
      case Channel.Slim slim -> {
        ObjectNode ticker = tickers.slim(slim.instrument());
        yield Json.object()
            .put("timestamp", ticker.path("t").longValue())
            .set("instrument_ticker", ticker);
      }
      case Channel.SpotFeed feed -> spotFeed(state.content);
      case Channel.Trades trades -> Json.object();
      case Channel.Own own -> Json.object();
    };
  }

  private ObjectNode book(Channel.Book book, State state) {
    state.publishId += 1 + house.faults().takeSkippedPublishIds();
    ObjectNode json = Json.object();
    json.put("instrument_name", Listing.name(book.instrument()));
    json.put("timestamp", house.now().toEpochMilli());
    json.put("publish_id", state.publishId);
    json.set("bids", state.content.path("bids"));
    json.set("asks", state.content.path("asks"));
    return json;
  }

  private ObjectNode levels(Channel.Book book) {
    boolean grouped = book.group() > 1;
    OrderBook whole = house.venue().book(book.instrument(), grouped ? DEEPEST : book.depth());
    ArrayNode bids = side(book, whole.bids(), Side.BUY);
    if (house.faults().crossesBooks()) {
      whole.bestAsk().ifPresent(ask -> bids.insert(0, above(ask.price(), book)));
    }
    ObjectNode json = Json.object();
    json.set("bids", bids);
    json.set("asks", side(book, whole.asks(), Side.SELL));
    return json;
  }

  private ArrayNode above(Price ask, Channel.Book book) {
    Price tick = house.listing().spec(book.instrument()).tick();
    return Json.array().add(ask.plusClamped(tick.usd()).toString()).add("1");
  }

  /** Bids are rounded down and asks up to multiples of group times tick. */
  private ArrayNode side(Channel.Book book, List<Level> levels, Side side) {
    ArrayNode array = Json.array();
    if (house.faults().isEmptied(side)) {
      return array;
    }
    Price tick = house.listing().spec(book.instrument()).tick();
    Price unit = new Price(tick.usd().multiply(BigDecimal.valueOf(book.group())));
    Map<Price, Quantity> grouped = new LinkedHashMap<>();
    levels.forEach(
        level ->
            grouped.merge(level.price().passiveTo(unit, side), level.quantity(), Quantity::plus));
    grouped.entrySet().stream()
        .limit(book.depth())
        .forEach(
            level ->
                array.addArray().add(level.getKey().toString()).add(level.getValue().toString()));
    return array;
  }

  private ObjectNode spotFeed(JsonNode content) {
    long now = house.now().toEpochMilli();
    ObjectNode json = Json.object();
    json.put("timestamp", now);
    json.putObject("feeds")
        .putObject(house.venue().market().perpetual().underlying().symbol())
        .put("price", content.path("price").textValue())
        .put("confidence", "1")
        .put("price_prev_daily", content.path("price").textValue())
        .put("confidence_prev_daily", "1")
        .put("timestamp_prev_daily", now - 86_400_000);
    return json;
  }
}
