package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The resting orders of one instrument by price, then time. Owned by the venue's lock. */
final class Book {
  private final Instrument instrument;
  private final NavigableMap<Price, List<LiveOrder>> bids =
      new TreeMap<>(Comparator.<Price>reverseOrder());
  private final NavigableMap<Price, List<LiveOrder>> asks = new TreeMap<>();

  Book(Instrument instrument) {
    this.instrument = instrument;
  }

  Instrument instrument() {
    return instrument;
  }

  private NavigableMap<Price, List<LiveOrder>> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  void add(LiveOrder order) {
    side(order.side()).computeIfAbsent(order.limit(), price -> new ArrayList<>()).add(order);
  }

  void remove(LiveOrder order) {
    NavigableMap<Price, List<LiveOrder>> side = side(order.side());
    List<LiveOrder> level = side.getOrDefault(order.limit(), List.of());
    if (level.size() > 1) {
      level.remove(order);
    } else if (level.contains(order)) {
      side.remove(order.limit());
    }
  }

  void removeIf(Predicate<LiveOrder> condition) {
    for (Side side : Side.values()) {
      side(side)
          .values()
          .removeIf(
              level -> {
                level.removeIf(condition);
                return level.isEmpty();
              });
    }
  }

  /** Best price that rests on {@code side}. */
  Optional<Price> best(Side side) {
    return side(side).isEmpty() ? Optional.empty() : Optional.of(side(side).firstKey());
  }

  /** The levels that an incoming order of {@code side} could trade with, best first. */
  List<List<LiveOrder>> against(Side side, Price limit) {
    return List.copyOf(side(side.opposite()).headMap(limit, true).values());
  }

  List<Level> levels(Side side, int depth) {
    return side(side).entrySet().stream()
        .limit(depth)
        .map(entry -> new Level(entry.getKey(), total(entry.getValue())))
        .toList();
  }

  private static Quantity total(List<LiveOrder> level) {
    return level.stream().map(LiveOrder::remaining).reduce(Quantity.ZERO, Quantity::plus);
  }
}
