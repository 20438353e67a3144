package io.arb.rysk.simulator;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the simulator's state, a daemon named {@code rysk-simulator}. After each
 * thing it is asked to do, and every few milliseconds, it does what is due. Safe from any thread;
 * callers wait, so that no more work is queued than there are callers.
 */
final class StateThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StateThread.class);
  private static final Duration TICK = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final Agenda agenda;
  private volatile boolean ending;
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("rysk-simulator").factory());

  StateThread(Agenda agenda) {
    this.agenda = agenda;
  }

  void start() {
    var unused =
        executor.scheduleWithFixedDelay(agenda::runDue, 0, TICK.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Does something and returns its result, when also everything that it made due is done.
   *
   * @throws IllegalStateException if the simulator is closed, or does not answer
   */
  <T> T call(Supplier<T> work) {
    try {
      return executor
          .submit(
              () -> {
                T result = work.get();
                agenda.runDue();
                return result;
              })
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw asUnchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the simulator was asked", e);
    } catch (TimeoutException | RejectedExecutionException e) {
      throw new IllegalStateException("The simulator is closed or does not answer", e);
    }
  }

  /** From now on what is told is of no interest. */
  void ending() {
    ending = true;
  }

  /** As {@link #call} without a result; nothing happens if the simulator is at its end. */
  void tell(Runnable work) {
    if (ending) {
      return;
    }
    try {
      Object unused =
          call(
              () -> {
                work.run();
                return true;
              });
    } catch (IllegalStateException e) {
      if (!ending) {
        throw e;
      }
    }
  }

  private static RuntimeException asUnchecked(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("The simulator failed", e);
  }

  /** Idempotent; waits at most two seconds for what is under way. */
  @Override
  public void close() {
    ending();
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("The simulator's thread takes longer than {} to end", CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
