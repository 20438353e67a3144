package io.arb.greeks.hedgesim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Spreads numbered blocks of work over threads. The order in which they run is not defined. */
final class Blocks {
  private Blocks() {}

  /**
   * Runs block 0 to {@code blocks - 1}, and returns when all are done; what they wrote is then
   * visible to the caller.
   *
   * @throws RuntimeException the first failure of a block, or that the caller was interrupted
   */
  static void run(int blocks, int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> worker =
        () -> {
          for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
            work.accept(block);
          }
          return true;
        };
    ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("hedge-sim-", 1).factory());
    try {
      List<Callable<Boolean>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(worker);
      }
      for (Future<Boolean> done : pool.invokeAll(workers)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while simulating", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
