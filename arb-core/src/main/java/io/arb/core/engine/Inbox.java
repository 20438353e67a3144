package io.arb.core.engine;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.Instrument;
import io.arb.core.model.MarketEvent;
import io.arb.core.spi.EventSink;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where all threads put events for the engine thread. Market data is conflated: of each instrument
 * and kind only the newest waits. Nothing else is ever dropped, and it goes before market data.
 * Safe from any thread.
 */
public final class Inbox implements EventSink {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Queue<Event> queue = new ArrayDeque<>();
  private final Map<Slot, MarketEvent> market = new LinkedHashMap<>();
  private long conflated;

  /** One waiting place for market data. */
  private record Slot(Class<?> kind, Instrument instrument) {}

  @Override
  public void accept(Event event) {
    lock.lock();
    try {
      if (event instanceof MarketEvent data) {
        if (market.put(new Slot(data.getClass(), data.instrument()), data) != null) {
          conflated++;
        }
      } else {
        if (event instanceof ExchangeStatusChanged(ConnectionStatus status, String reason)
            && status == ConnectionStatus.DOWN) {
          market.clear(); // prices from before the loss must not be seen after it
        }
        queue.add(event);
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next event, waiting up to {@code timeout}.
   *
   * @throws InterruptedException if the engine is being stopped
   */
  Optional<Event> take(Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (queue.isEmpty() && market.isEmpty()) {
        if (nanos <= 0) {
          return Optional.empty();
        }
        nanos = arrived.awaitNanos(nanos);
      }
      Event next = queue.poll();
      return Optional.of(next != null ? next : firstMarketEvent());
    } finally {
      lock.unlock();
    }
  }

  private Event firstMarketEvent() {
    Slot first = market.keySet().iterator().next();
    return Objects.requireNonNull(market.remove(first));
  }

  /** Events that wait now. */
  public int depth() {
    lock.lock();
    try {
      return queue.size() + market.size();
    } finally {
      lock.unlock();
    }
  }

  /** Market data that was overtaken by newer data before it was seen. */
  public long conflated() {
    lock.lock();
    try {
      return conflated;
    } finally {
      lock.unlock();
    }
  }
}
