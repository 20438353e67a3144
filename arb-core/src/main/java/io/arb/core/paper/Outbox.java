package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listeners are to hear: collected while an operation holds the venue's lock, sealed at its
 * end, delivered in that order without the lock by one thread at a time. A thread that finds
 * another one delivering leaves its letters to it, so delivery never waits and never nests.
 */
final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  private final List<VenueListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> sealed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger delivering = new AtomicInteger();

  private final Map<AccountId, News> accounts = new LinkedHashMap<>();
  private final List<PublicTrade> trades = new ArrayList<>();
  private final Set<Instrument> closed = new LinkedHashSet<>();
  private final Set<Instrument> books = new LinkedHashSet<>();

  private Optional<Instant> advancedTo = Optional.empty();

  /** What one account hears of one operation. */
  private static final class News {
    private final Map<VenueOrderId, LiveOrder> orders = new LinkedHashMap<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final List<BalanceChange> balances = new ArrayList<>();
  }

  void add(VenueListener listener) {
    listeners.add(listener);
  }

  void remove(VenueListener listener) {
    listeners.remove(listener);
  }

  void order(LiveOrder order) {
    if (!order.account().isSynthetic()) {
      news(order.account()).orders.put(order.id(), order);
    }
  }

  void fill(Account account, VenueFill fill) {
    if (!account.isSynthetic()) {
      news(account).fills.add(fill);
    }
  }

  Consumer<BalanceChange> balances(Account account) {
    return account.isSynthetic() ? change -> {} : news(account).balances::add;
  }

  private News news(Account account) {
    return accounts.computeIfAbsent(account.id(), id -> new News());
  }

  void trade(PublicTrade trade) {
    trades.add(trade);
  }

  void book(Instrument instrument) {
    books.add(instrument);
  }

  void closed(Instrument instrument) {
    closed.add(instrument);
  }

  void advanced(Instant now) {
    advancedTo = Optional.of(now);
  }

  /** A letter ahead of everything that the running operation has to tell. */
  void answer(Runnable letter) {
    sealed.add(letter);
  }

  /** A letter to all listeners behind everything sealed so far. */
  void tell(Consumer<VenueListener> letter) {
    sealed.add(() -> listeners.forEach(listener -> run(() -> letter.accept(listener))));
  }

  /** Ends the running operation. Called with the venue's lock. */
  void seal() {
    accounts.forEach(this::seal);
    trades.forEach(trade -> tell(listener -> listener.traded(trade)));
    closed.forEach(instrument -> tell(listener -> listener.instrumentClosed(instrument)));
    books.forEach(instrument -> tell(listener -> listener.bookChanged(instrument)));
    advancedTo.ifPresent(now -> tell(listener -> listener.advanced(now)));
    advancedTo = Optional.empty();
    accounts.clear();
    trades.clear();
    closed.clear();
    books.clear();
  }

  private void seal(AccountId account, News news) {
    news.orders.values().stream()
        .map(LiveOrder::snapshot)
        .forEach(order -> tell(listener -> listener.orderChanged(account, order)));
    news.fills.forEach(fill -> tell(listener -> listener.filled(account, fill)));
    if (!news.balances.isEmpty()) {
      List<BalanceChange> changes = List.copyOf(news.balances);
      tell(listener -> listener.balancesChanged(account, changes));
    }
  }

  /** Delivers what is sealed, unless somebody does already. Called without the venue's lock. */
  void deliver() {
    if (delivering.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      for (Runnable letter = sealed.poll(); letter != null; letter = sealed.poll()) {
        run(letter);
      }
      seen = delivering.addAndGet(-seen);
    } while (seen != 0);
  }

  private static void run(Runnable letter) {
    try {
      letter.run();
    } catch (RuntimeException e) {
      log.error("a listener of the paper venue failed; the others go on", e);
    }
  }
}
