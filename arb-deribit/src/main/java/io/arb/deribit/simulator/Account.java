package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Money, positions, orders and trades of one customer. Owned by the simulator's thread. */
final class Account {
  private final String name;
  private final long userId;
  private final boolean synthetic;
  private final Map<String, Wallet> wallets = new TreeMap<>();
  private final Map<Product, Position> positions = new LinkedHashMap<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, Order> alive = new LinkedHashMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private boolean cancelsMaker;

  /** A synthetic account is nobody's: its records are not kept. */
  Account(String name, long userId, boolean synthetic) {
    this.name = name;
    this.userId = userId;
    this.synthetic = synthetic;
  }

  String name() {
    return name;
  }

  long userId() {
    return userId;
  }

  boolean isSynthetic() {
    return synthetic;
  }

  Wallet wallet(String currency) {
    return wallets.computeIfAbsent(currency, key -> new Wallet());
  }

  Map<String, Wallet> wallets() {
    return wallets;
  }

  Position position(Product product) {
    return positions.getOrDefault(product, Position.FLAT);
  }

  /** Flat positions included until the session ends. */
  Map<Product, Position> positions() {
    return positions;
  }

  void hold(Product product, Position position) {
    positions.put(product, position);
  }

  void forget(Product product) {
    positions.remove(product);
  }

  Optional<Order> order(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** Every order so far, oldest first. */
  List<Order> orders() {
    return List.copyOf(orders.values());
  }

  /** Orders that can still trade, oldest first; a copy. */
  List<Order> alive(Predicate<Order> condition) {
    return alive.values().stream().filter(condition).toList();
  }

  List<Fill> fills() {
    return fills;
  }

  void remember(Order order) {
    if (!synthetic) {
      orders.put(order.id(), order);
      alive.put(order.id(), order);
    }
  }

  void remember(Fill fill) {
    if (!synthetic) {
      fills.add(fill);
    }
  }

  void ended(Order order) {
    alive.remove(order.id());
  }

  /** True: an own resting order in the way is cancelled; false: the incoming one is refused. */
  boolean cancelsMaker() {
    return cancelsMaker;
  }

  void cancelsMaker(boolean cancels) {
    cancelsMaker = cancels;
  }

  /** Books a trade and returns what it realised against the average price. */
  BigDecimal book(Product product, BigDecimal amount, BigDecimal price, BigDecimal fee) {
    if (synthetic) {
      return BigDecimal.ZERO;
    }
    Position.Traded traded = position(product).trade(product, amount, price);
    Wallet wallet = wallet(product.settlement());
    if (product.isOption()) {
      wallet.optionPaid(Coins.round(product.worth(amount, price)).negate(), fee);
      hold(product, traded.after().plusRealized(Coins.round(traded.profit())));
    } else {
      BigDecimal profit = Coins.round(traded.sessionProfit());
      wallet.futureTraded(profit, fee);
      hold(product, traded.after().plusRealized(profit.subtract(fee)));
    }
    return Coins.round(traded.profit());
  }
}
