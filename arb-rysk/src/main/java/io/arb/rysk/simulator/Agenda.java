package io.arb.rysk.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done later, in the order of its time and, at one time, in the order in which it was
 * entered. Owned by the simulator's thread.
 */
final class Agenda {
  private static final Logger log = LoggerFactory.getLogger(Agenda.class);

  /** Something to do; it is told the time it was due, which may be a little in the past. */
  @FunctionalInterface
  interface Task {
    void run(Instant due);
  }

  private record Entry(Instant due, long number, Task task) {}

  private final InstantSource clock;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::number));
  private long number;

  Agenda(InstantSource clock) {
    this.clock = clock;
  }

  void at(Instant due, Task task) {
    entries.add(new Entry(due, number++, task));
  }

  /** With no delay: when the present message has been dealt with. */
  void after(Duration delay, Task task) {
    at(clock.instant().plus(delay), task);
  }

  /** Again and again, beginning one period from now; periods that were missed are left out. */
  void every(Duration period, Runnable task) {
    after(
        period,
        due -> {
          task.run();
          every(period, task);
        });
  }

  /** Does everything that is due, also what becomes due by it. */
  void runDue() {
    Instant now = clock.instant();
    for (Entry next = entries.peek();
        next != null && !next.due().isAfter(now);
        next = entries.peek()) {
      entries.remove();
      run(next);
    }
  }

  private static void run(Entry entry) {
    try {
      entry.task().run(entry.due());
    } catch (RuntimeException e) {
      log.error("A task due at {} failed; the others go on", entry.due(), e);
    }
  }
}
