package io.arb.deribit.simulator;

import io.arb.core.model.Liquidity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Books, accounts and ids, and the trading itself: price first, then time. Order ids are plain
 * digits for BTC, else {@code ETH-7} and {@code USDC-7}; trade ids {@code ETH-7} and {@code
 * ETH_USDC-7}. Owned by the simulator's thread.
 */
final class Floor {
  private static final int TAPE_LENGTH = 1000;
  private static final long FIRST_ORDER = 584_000_000;
  private static final long FIRST_TRADE = 300_000;
  private static final long FIRST_USER = 4_242;

  private final Valuation valuation;
  private final News news = new News();
  private final Map<Product, Book> books = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<Product, Deque<Fill>> tapes = new HashMap<>();
  private final Map<Product, Long> sequences = new HashMap<>();
  private long lastOrder = FIRST_ORDER;
  private long lastTrade = FIRST_TRADE;

  Floor(Valuation valuation) {
    this.valuation = valuation;
  }

  News news() {
    return news;
  }

  Book book(Product product) {
    return books.computeIfAbsent(product, Book::new);
  }

  Collection<Book> books() {
    return books.values();
  }

  void close(Product product) {
    books.remove(product);
  }

  Account open(String name, boolean synthetic) {
    return accounts.computeIfAbsent(
        name, key -> new Account(key, FIRST_USER + accounts.size(), synthetic));
  }

  /** The customers' accounts. */
  List<Account> customers() {
    return accounts.values().stream().filter(account -> !account.isSynthetic()).toList();
  }

  String nextOrderId(Product product) {
    lastOrder++;
    return prefix(product.settlement()) + lastOrder;
  }

  private String nextTradeId(Product product) {
    lastTrade++;
    return prefix(product.isInverse() ? product.base() : product.base() + "_USDC") + lastTrade;
  }

  private static String prefix(String group) {
    return group.equals("BTC") ? "" : group + "-";
  }

  /** A possible trade. */
  record Match(Order maker, BigDecimal amount) {}

  /** What {@code order} would trade now, without changing anything. */
  List<Match> plan(Order order) {
    return plan(order, order.remaining());
  }

  /** The same for at most {@code most}. */
  List<Match> plan(Order order, BigDecimal most) {
    List<Match> plan = new ArrayList<>();
    BigDecimal left = most;
    for (Order maker : book(order.product()).against(order.side(), order.price())) {
      if (left.signum() <= 0) {
        break;
      }
      BigDecimal amount = left.min(maker.remaining());
      plan.add(new Match(maker, amount));
      left = left.subtract(amount);
    }
    return plan;
  }

  /** Carries a plan out; each match is one trade at the maker's price. */
  List<Fill> execute(Order taker, List<Match> plan, Instant now) {
    List<Fill> fills = new ArrayList<>();
    for (Match match : plan) {
      fills.add(trade(taker, match, now));
    }
    return fills;
  }

  /** What both sides of one trade share. */
  private record Deal(
      String id,
      long sequence,
      BigDecimal price,
      BigDecimal amount,
      BigDecimal mark,
      BigDecimal index,
      int tickDirection,
      Instant at) {}

  private Fill trade(Order taker, Match match, Instant now) {
    Product product = taker.product();
    Order maker = match.maker();
    Deal deal =
        new Deal(
            nextTradeId(product),
            sequences.merge(product, 1L, Long::sum),
            maker.price(),
            match.amount(),
            valuation.mark(product, now),
            valuation.index(now),
            tickDirection(product, maker.price()),
            now);
    if (match.amount().compareTo(maker.remaining()) == 0) {
      book(product).remove(maker);
    }
    Fill takers = fill(taker, deal, Liquidity.TAKER);
    var unused = fill(maker, deal, Liquidity.MAKER);
    print(takers);
    return takers;
  }

  private void print(Fill trade) {
    Deque<Fill> tape = tape(trade.product());
    tape.addLast(trade);
    if (tape.size() > TAPE_LENGTH) {
      tape.removeFirst();
    }
    news.book(trade.product());
  }

  private Fill fill(Order order, Deal deal, Liquidity liquidity) {
    Account account = order.account();
    BigDecimal fee =
        Fees.trade(order.product(), liquidity, deal.amount(), deal.price(), deal.index());
    order.fill(deal.price(), deal.amount(), deal.at());
    BigDecimal signed = order.side() == Side.BUY ? deal.amount() : deal.amount().negate();
    BigDecimal profit = account.book(order.product(), signed, deal.price(), fee);
    Fill fill =
        new Fill(
            deal.id(),
            deal.sequence(),
            order,
            order.side(),
            deal.price(),
            deal.amount(),
            fee,
            profit,
            liquidity,
            deal.mark(),
            deal.index(),
            deal.tickDirection(),
            order.state(),
            deal.at());
    account.remember(fill);
    if (!order.isAlive()) {
      account.ended(order);
    }
    news.order(order);
    news.fill(fill);
    return fill;
  }

  private int tickDirection(Product product, BigDecimal price) {
    Fill last = tape(product).peekLast();
    int moved = last == null ? 0 : price.compareTo(last.price());
    boolean rose = last == null || last.tickDirection() <= 1;
    return moved > 0 ? 0 : moved < 0 ? 2 : rose ? 1 : 3;
  }

  /** The newest trades of a product, taker sides, oldest first. */
  Deque<Fill> tape(Product product) {
    return tapes.computeIfAbsent(product, key -> new ArrayDeque<>());
  }

  Optional<BigDecimal> lastPrice(Product product) {
    return Optional.ofNullable(tape(product).peekLast()).map(Fill::price);
  }

  /** Lets an order wait in the book. */
  void rest(Order order) {
    book(order.product()).add(order);
    news.order(order);
    news.book(order.product());
  }

  /** Ends an order, resting or not. */
  void cancel(Order order, String reason, Instant now) {
    book(order.product()).remove(order);
    order.cancel(reason, now);
    order.account().ended(order);
    news.order(order);
    news.book(order.product());
  }
}
