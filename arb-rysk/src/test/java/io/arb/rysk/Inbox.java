package io.arb.rysk;

import io.arb.core.model.Event;
import io.arb.core.spi.EventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Events from the threads of a live source, for one waiting test. */
final class Inbox implements EventSink {
  private static final long PATIENCE_SECONDS = 20;

  /** Everything that was taken so far, also what was passed over. */
  final List<Event> taken = new ArrayList<>();

  private final BlockingQueue<Event> arrived = new LinkedBlockingQueue<>();

  @Override
  public void accept(Event event) {
    arrived.add(event);
  }

  /** Waits for the next event of this kind; passes over all others. */
  <E extends Event> E next(Class<E> kind) throws InterruptedException {
    while (true) {
      Event event = poll(arrived);
      taken.add(event);
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
  }

  /** Waits for an element, but not for ever. */
  static <T> T poll(BlockingQueue<T> queue) throws InterruptedException {
    T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (element == null) {
      throw new AssertionError("Nothing arrived within " + PATIENCE_SECONDS + " s");
    }
    return element;
  }
}
