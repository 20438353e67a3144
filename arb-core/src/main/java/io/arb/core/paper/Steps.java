package io.arb.core.paper;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One step at a time: runs operations under one lock, then lets the outbox tell what they did. Safe
 * from any thread; a step inside a step belongs to it.
 */
final class Steps {
  private final ReentrantLock lock = new ReentrantLock();
  private final Outbox outbox;

  Steps(Outbox outbox) {
    this.outbox = outbox;
  }

  <T> T step(Supplier<T> operation) {
    lock.lock();
    try {
      return operation.get();
    } finally {
      boolean outermost = lock.getHoldCount() == 1;
      if (outermost) {
        outbox.seal();
      }
      lock.unlock();
      if (outermost) {
        outbox.deliver();
      }
    }
  }

  void run(Runnable operation) {
    var unused =
        step(
            () -> {
              operation.run();
              return Boolean.TRUE;
            });
  }

  <T> void answering(Supplier<T> operation, Consumer<T> answer) {
    run(
        () -> {
          T result = operation.get();
          outbox.answer(() -> answer.accept(result));
        });
  }
}
