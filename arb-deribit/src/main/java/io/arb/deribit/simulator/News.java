package io.arb.deribit.simulator;

import io.arb.core.model.Liquidity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened since the last report, for the channels. Owned by the simulator's thread. */
final class News {
  /** One account in one product. */
  record Place(Account account, Product product) {}

  /** What happened at one place. */
  record Change(Set<Order> orders, List<Fill> fills) {
    Change() {
      this(new LinkedHashSet<>(), new ArrayList<>());
    }
  }

  private final Map<Place, Change> changes = new LinkedHashMap<>();
  private final Set<Account> portfolios = new LinkedHashSet<>();
  private final List<Fill> trades = new ArrayList<>();
  private final Set<Product> books = new LinkedHashSet<>();
  private final Set<Product> states = new LinkedHashSet<>();

  void order(Order order) {
    if (!order.account().isSynthetic()) {
      change(order.account(), order.product()).orders().add(order);
      portfolios.add(order.account());
    }
  }

  void fill(Fill fill) {
    Order order = fill.order();
    if (!order.account().isSynthetic()) {
      change(order.account(), order.product()).fills().add(fill);
    }
    if (fill.liquidity() == Liquidity.TAKER) {
      trades.add(fill);
    }
  }

  /** A position or its account moved without a trade. */
  void position(Account account, Product product) {
    var unused = change(account, product);
    portfolios.add(account);
  }

  private Change change(Account account, Product product) {
    return changes.computeIfAbsent(new Place(account, product), key -> new Change());
  }

  void book(Product product) {
    books.add(product);
  }

  void state(Product product) {
    states.add(product);
  }

  Map<Place, Change> changes() {
    return changes;
  }

  Set<Account> portfolios() {
    return portfolios;
  }

  /** Taker sides. */
  List<Fill> trades() {
    return trades;
  }

  Set<Product> books() {
    return books;
  }

  /** Products that were closed. */
  Set<Product> states() {
    return states;
  }

  /** All of it in a copy; nothing stays behind. */
  News drain() {
    News copy = new News();
    copy.changes.putAll(changes);
    copy.portfolios.addAll(portfolios);
    copy.trades.addAll(trades);
    copy.books.addAll(books);
    copy.states.addAll(states);
    changes.clear();
    portfolios.clear();
    trades.clear();
    books.clear();
    states.clear();
    return copy;
  }
}
