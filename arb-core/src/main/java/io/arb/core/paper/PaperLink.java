package io.arb.core.paper;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The connection between a paper exchange and its venue, which rehearsals and tests can break. Safe
 * from any thread.
 */
public final class PaperLink {
  /** What happens to one order on its way. */
  enum Fate {
    ARRIVES,
    /** It arrives, and the connection breaks before its answer. */
    ARRIVES_UNANSWERED,
    /** The connection breaks before it arrives; it may still arrive late. */
    DELAYED
  }

  private final AtomicReference<Fate> next = new AtomicReference<>(Fate.ARRIVES);
  private final Queue<Runnable> delayed = new ConcurrentLinkedQueue<>();
  private volatile Runnable onChange = () -> {};
  private volatile boolean isUp = true;

  /** The connection breaks and stays down. */
  public void breakDown() {
    isUp = false;
    onChange.run();
  }

  /** The connection is there again. */
  public void comeBack() {
    isUp = true;
    onChange.run();
  }

  /**
   * The connection will break while the next order is under way, and come back at once.
   *
   * @param arrives whether the order reaches the venue before
   */
  public void breakDuringNextOrder(boolean arrives) {
    next.set(arrives ? Fate.ARRIVES_UNANSWERED : Fate.DELAYED);
  }

  /** Orders that did not arrive when the connection broke arrive now. */
  public void deliverLate() {
    for (Runnable order = delayed.poll(); order != null; order = delayed.poll()) {
      order.run();
    }
  }

  void onChange(Runnable listener) {
    onChange = listener;
  }

  boolean isUp() {
    return isUp;
  }

  Fate nextFate() {
    return next.getAndSet(Fate.ARRIVES);
  }

  void delay(Runnable order) {
    delayed.add(order);
  }
}
