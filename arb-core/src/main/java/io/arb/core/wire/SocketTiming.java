package io.arb.core.wire;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time and the waits of a {@link ReconnectingSocket}, so that a test can turn them by hand. */
interface SocketTiming {
  SocketTiming SYSTEM =
      new SocketTiming() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public <T> @Nullable T poll(BlockingQueue<T> queue, Duration atMost)
            throws InterruptedException {
          return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /** Nanoseconds on a clock that never goes back; the origin means nothing. */
  long nanoTime();

  /** The head of the queue, or null if none came in time. */
  <T> @Nullable T poll(BlockingQueue<T> queue, Duration atMost) throws InterruptedException;
}
