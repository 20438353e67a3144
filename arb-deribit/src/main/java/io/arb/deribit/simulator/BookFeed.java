package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One book channel with changes: what its listeners hold, and the frames that bring them further.
 * Owned by the simulator's thread.
 */
final class BookFeed {
  private final House house;
  private final Product product;
  private Map<BigDecimal, BigDecimal> bids;
  private Map<BigDecimal, BigDecimal> asks;
  private long changeId;
  private Instant sentAt;

  BookFeed(House house, Product product) {
    this.house = house;
    this.product = product;
    Book book = house.floor().book(product);
    this.bids = book.levels(Side.BUY);
    this.asks = book.levels(Side.SELL);
    this.changeId = house.nextChangeId();
    this.sentAt = house.now();
  }

  Product product() {
    return product;
  }

  boolean isDue(Interval interval, Instant now) {
    return !now.isBefore(sentAt.plus(interval.period()));
  }

  /** All that the listeners should hold, every level as new. */
  ObjectNode snapshot() {
    ObjectNode json = frame("snapshot");
    json.put("change_id", changeId);
    json.set("bids", entries(Map.of(), bids, Side.BUY));
    json.set("asks", entries(Map.of(), asks, Side.SELL));
    return json;
  }

  /** A change that the present snapshot contains already, as it may follow one. */
  ObjectNode stale() {
    ObjectNode json = frame("change");
    json.put("prev_change_id", changeId - 2);
    json.put("change_id", changeId - 1);
    json.set("bids", entries(bids, Map.of(), Side.BUY));
    json.set("asks", Json.array());
    return json;
  }

  /** True if the book has moved since the last frame. */
  boolean differs() {
    Book book = house.floor().book(product);
    return !entries(bids, book.levels(Side.BUY), Side.BUY).isEmpty()
        || !entries(asks, book.levels(Side.SELL), Side.SELL).isEmpty();
  }

  /** Brings the feed to the book's present; empty if nothing differs. */
  Optional<ObjectNode> change() {
    Book book = house.floor().book(product);
    Map<BigDecimal, BigDecimal> newBids = book.levels(Side.BUY);
    Map<BigDecimal, BigDecimal> newAsks = book.levels(Side.SELL);
    ArrayNode bidChanges = entries(bids, newBids, Side.BUY);
    ArrayNode askChanges = entries(asks, newAsks, Side.SELL);
    if (bidChanges.isEmpty() && askChanges.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode json = frame("change");
    json.put("prev_change_id", changeId);
    changeId = house.nextChangeId();
    json.put("change_id", changeId);
    json.set("bids", bidChanges);
    json.set("asks", askChanges);
    bids = newBids;
    asks = newAsks;
    sentAt = house.now();
    return Optional.of(json);
  }

  private ObjectNode frame(String type) {
    return Json.object()
        .put("type", type)
        .put("timestamp", house.now().toEpochMilli())
        .put("instrument_name", product.name());
  }

  /** The steps from one state to another, best price first. */
  private ArrayNode entries(
      Map<BigDecimal, BigDecimal> before, Map<BigDecimal, BigDecimal> after, Side side) {
    Comparator<BigDecimal> best =
        side == Side.BUY ? Comparator.<BigDecimal>reverseOrder() : Comparator.naturalOrder();
    Map<BigDecimal, BigDecimal> changed = new TreeMap<>(best);
    Map<BigDecimal, BigDecimal> old = sorted(before, best);
    old.keySet().forEach(price -> changed.put(price, BigDecimal.ZERO));
    after.forEach(
        (price, amount) -> {
          BigDecimal earlier = old.get(price);
          if (earlier != null && earlier.compareTo(amount) == 0) {
            changed.remove(price);
          } else {
            changed.put(price, amount);
          }
        });
    ArrayNode array = Json.array();
    changed.forEach(
        (price, amount) -> add(array, word(old.containsKey(price), amount), price, amount));
    return array;
  }

  private static Map<BigDecimal, BigDecimal> sorted(
      Map<BigDecimal, BigDecimal> levels, Comparator<BigDecimal> order) {
    Map<BigDecimal, BigDecimal> sorted = new TreeMap<>(order);
    sorted.putAll(levels);
    return sorted;
  }

  private static String word(boolean existed, BigDecimal amount) {
    return !existed ? "new" : amount.signum() == 0 ? "delete" : "change";
  }

  private void add(ArrayNode array, String action, BigDecimal price, BigDecimal amount) {
    ArrayNode entry = array.addArray().add(action);
    house.numbers().add(entry, price);
    house.numbers().add(entry, amount);
  }
}
