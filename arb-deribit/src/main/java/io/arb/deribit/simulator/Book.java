package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Resting orders of one product by price, then time. Owned by the simulator's thread. */
final class Book {
  private final Product product;
  private final NavigableMap<BigDecimal, List<Order>> bids =
      new TreeMap<>(Comparator.<BigDecimal>reverseOrder());
  private final NavigableMap<BigDecimal, List<Order>> asks = new TreeMap<>();

  Book(Product product) {
    this.product = product;
  }

  Product product() {
    return product;
  }

  private NavigableMap<BigDecimal, List<Order>> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  void add(Order order) {
    side(order.side()).computeIfAbsent(order.price(), price -> new ArrayList<>()).add(order);
  }

  void remove(Order order) {
    List<Order> level = side(order.side()).getOrDefault(order.price(), List.of());
    if (level.contains(order)) {
      level.remove(order);
      if (level.isEmpty()) {
        side(order.side()).remove(order.price());
      }
    }
  }

  void removeIf(Side side, Predicate<Order> condition) {
    side(side)
        .values()
        .removeIf(
            level -> {
              level.removeIf(condition);
              return level.isEmpty();
            });
  }

  /** Best price that rests on {@code side}. */
  Optional<BigDecimal> best(Side side) {
    return side(side).isEmpty() ? Optional.empty() : Optional.of(side(side).firstKey());
  }

  /** What an incoming order of {@code side} meets, in the order of matching; a copy. */
  List<Order> against(Side side, BigDecimal limit) {
    return side(side.opposite()).headMap(limit, true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  boolean crosses(Side side, BigDecimal limit) {
    return !side(side.opposite()).headMap(limit, true).isEmpty();
  }

  /** Amounts by price, best first. */
  Map<BigDecimal, BigDecimal> levels(Side side) {
    Map<BigDecimal, BigDecimal> levels = new LinkedHashMap<>();
    side(side)
        .forEach(
            (price, orders) ->
                levels.put(
                    price,
                    orders.stream()
                        .map(Order::remaining)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    return levels;
  }
}
