package io.arb.examples.toy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What stands for a connection: it carries requests, and it can break. Safe from any thread. */
final class ToyLine {
  private enum Fate {
    ARRIVES,
    ARRIVES_UNANSWERED,
    LINGERS
  }

  private final AtomicReference<Fate> next = new AtomicReference<>(Fate.ARRIVES);
  private final Queue<Runnable> lingering = new ConcurrentLinkedQueue<>();
  private volatile Consumer<Boolean> listener = up -> {};
  private volatile boolean up = true;

  boolean isUp() {
    return up;
  }

  /** Tells of every change from now on: true is up. */
  void onChange(Consumer<Boolean> newListener) {
    listener = newListener;
  }

  void set(boolean newUp) {
    up = newUp;
    listener.accept(newUp);
  }

  /** The line will break while the next order is under way. */
  void breakDuringNextOrder(boolean arrives) {
    next.set(arrives ? Fate.ARRIVES_UNANSWERED : Fate.LINGERS);
  }

  /** What was under way when the line broke arrives now. */
  void deliverLate() {
    for (Runnable order = lingering.poll(); order != null; order = lingering.poll()) {
      order.run();
    }
  }

  /**
   * Carries an order to the venue.
   *
   * @return whether the venue has answered; if not, nothing is known of the order
   */
  boolean carry(Runnable order) {
    return switch (next.getAndSet(Fate.ARRIVES)) {
      case ARRIVES -> {
        order.run();
        yield true;
      }
      case ARRIVES_UNANSWERED -> {
        set(false);
        order.run();
        set(true);
        yield false;
      }
      case LINGERS -> {
        set(false);
        lingering.add(order);
        set(true);
        yield false;
      }
    };
  }
}
