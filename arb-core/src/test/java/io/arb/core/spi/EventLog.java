package io.arb.core.spi;

import io.arb.core.model.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps every event in order and lets a test wait for one. Safe from any thread. */
public final class EventLog implements EventSink {
  private static final int SHOWN = 300;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final List<Event> events = new ArrayList<>();
  private final Duration patience;

  /** Waits ten seconds for an event. */
  public EventLog() {
    this(Duration.ofSeconds(10));
  }

  /** Waits so long for an event; zero is enough where events come on the caller's thread. */
  public EventLog(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void accept(Event event) {
    lock.lock();
    try {
      events.add(event);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The first event of a type, arrived already or in time. */
  public <E extends Event> E await(Class<E> type) {
    return await(type, event -> true);
  }

  /** The first event that matches, arrived already or in time. */
  public <E extends Event> E await(Class<E> type, Predicate<E> condition) {
    return await(type, condition, 1);
  }

  /** The {@code count}th event that matches, arrived already or in time. */
  public <E extends Event> E await(Class<E> type, Predicate<E> condition, int count) {
    lock.lock();
    try {
      long left = patience.toNanos();
      Optional<E> found = nth(type, condition, count);
      while (found.isEmpty() && left > 0) {
        left = arrived.awaitNanos(left);
        found = nth(type, condition, count);
      }
      return found.orElseThrow(
          () -> new AssertionError("no " + type.getSimpleName() + " number " + count + summary()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** A listing of all instruments would hide the rest. */
  private String summary() {
    return " within "
        + patience
        + ", got:"
        + events.stream()
            .map(String::valueOf)
            .map(text -> text.substring(0, Math.min(text.length(), SHOWN)))
            .collect(Collectors.joining("\n  ", "\n  ", ""));
  }

  private <E extends Event> Optional<E> nth(Class<E> type, Predicate<E> condition, int count) {
    return all(type, condition).stream().skip(count - 1L).findFirst();
  }

  /** Every matching event so far. */
  public <E extends Event> List<E> all(Class<E> type, Predicate<E> condition) {
    return all().stream().filter(type::isInstance).map(type::cast).filter(condition).toList();
  }

  /** How many events so far; {@link #since} tells what came after. */
  public int size() {
    return all().size();
  }

  /** The matching events after the first {@code size}. */
  public <E extends Event> List<E> since(int size, Class<E> type) {
    return all().stream().skip(size).filter(type::isInstance).map(type::cast).toList();
  }

  /** Every event so far. */
  public List<Event> all() {
    lock.lock();
    try {
      return List.copyOf(events);
    } finally {
      lock.unlock();
    }
  }
}
