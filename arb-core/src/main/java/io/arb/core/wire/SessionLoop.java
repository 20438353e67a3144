package io.arb.core.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns a session with a venue and everything built on it. Its methods are safe
 * from any thread. A task that throws is logged and ends alone.
 */
public final class SessionLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

  private final String name;
  private final ScheduledThreadPoolExecutor executor;

  /**
   * Starts the thread.
   *
   * @param name of the thread, such as {@code arb-derive}
   */
  public SessionLoop(String name) {
    this.name = name;
    executor =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRemoveOnCancelPolicy(true);
  }

  /**
   * Time that only passes: for waits, which a step of the wall clock must not cut short or stretch.
   */
  public static InstantSource ticks() {
    long originNanos = System.nanoTime();
    return () -> Instant.EPOCH.plusNanos(System.nanoTime() - originNanos);
  }

  /**
   * Runs a task after those before it.
   *
   * @return false if the loop is closed and the task will not run
   */
  public boolean run(Runnable task) {
    try {
      executor.execute(guarded(task));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Runs a task later; not at all if the loop is closed before. */
  public void after(Duration delay, Runnable task) {
    try {
      var unused = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed: a task of later is dropped");
    }
  }

  /** Runs a task again and again, first after one period. */
  public void every(Duration period, Runnable task) {
    after(
        period,
        () -> {
          try {
            task.run();
          } finally {
            every(period, task);
          }
        });
  }

  /** Lets what was handed in finish, drops what was for later; idempotent, bounded in time. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("A task of {} failed", name, e);
      }
    };
  }
}
