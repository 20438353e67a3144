package io.arb.core.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A limit that we keep on our own requests so that the venue need not refuse them. Safe from any
 * thread; never blocks, never sleeps. A clock that steps back neither grants nor withholds
 * anything: time then stands still until it moves on.
 */
public final class RateBudget {
  private final Limit limit;
  private final long capacity;
  private final InstantSource clock;
  private Instant lastSeen;
  private long nowNanos;
  private long penalisedUntilNanos;

  private RateBudget(Limit limit, long capacity, InstantSource clock) {
    if (capacity <= 0) {
      throw new IllegalArgumentException("RateBudget limit must be positive, got " + capacity);
    }
    this.limit = limit;
    this.capacity = capacity;
    this.clock = clock;
    this.lastSeen = clock.instant();
  }

  /**
   * A token bucket: full at first, refilled steadily.
   *
   * @param capacity most permits that can be taken at once; positive
   * @param perSecond permits that come back each second; positive
   */
  public static RateBudget bucket(int capacity, double perSecond, InstantSource clock) {
    if (!(perSecond > 0 && Double.isFinite(perSecond))) {
      throw new IllegalArgumentException(
          "RateBudget perSecond must be a positive number, got " + perSecond);
    }
    return new RateBudget(new Bucket(capacity, perSecond), capacity, clock);
  }

  /**
   * At most {@code limit} permits in any span of the given length. A venue counts in fixed windows
   * but does not say when they begin; a span that slides obeys all of them.
   *
   * @param limit most permits in one span; positive
   * @param span length of the span; positive
   */
  public static RateBudget window(int limit, Duration span, InstantSource clock) {
    if (!span.isPositive()) {
      throw new IllegalArgumentException("RateBudget span must be positive, got " + span);
    }
    return new RateBudget(new Window(limit, span.toNanos()), limit, clock);
  }

  /**
   * Takes permits if they are there now.
   *
   * @param permits from 1 to the capacity
   * @return false if nothing was taken
   */
  public synchronized boolean tryAcquire(int permits) {
    if (waitNanos(permits) > 0) {
      return false;
    }
    limit.take(permits, nowNanos);
    return true;
  }

  /**
   * How long until {@link #tryAcquire} could succeed if nobody else takes permits meanwhile; zero
   * if it would succeed now.
   *
   * @param permits from 1 to the capacity
   */
  public synchronized Duration waitFor(int permits) {
    return Duration.ofNanos(waitNanos(permits));
  }

  /** Grants nothing until the time has passed: the venue said "retry after". Never shortens. */
  public synchronized void penalise(Duration time) {
    advance();
    penalisedUntilNanos = Math.max(penalisedUntilNanos, nowNanos + time.toNanos());
  }

  private long waitNanos(int permits) {
    if (permits <= 0 || permits > capacity) {
      throw new IllegalArgumentException(
          "RateBudget permits must be from 1 to " + capacity + ", got " + permits);
    }
    advance();
    return Math.max(0, Math.max(penalisedUntilNanos, limit.readyAt(permits, nowNanos)) - nowNanos);
  }

  private void advance() {
    Instant now = clock.instant();
    nowNanos += Math.max(0, Duration.between(lastSeen, now).toNanos());
    lastSeen = now;
  }

  /** The arithmetic of one kind of limit, in nanoseconds since the budget was made. */
  private sealed interface Limit {
    /** The earliest time at which the permits are there. */
    long readyAt(int permits, long nowNanos);

    void take(int permits, long nowNanos);
  }

  /** The bucket as the time at which it will be full again, so that nothing is ever rounded up. */
  private static final class Bucket implements Limit {
    private final double permitNanos;
    private final long capacityNanos;
    private long fullAtNanos;

    Bucket(int capacity, double perSecond) {
      this.permitNanos = 1e9 / perSecond;
      this.capacityNanos = cost(capacity);
    }

    @Override
    public long readyAt(int permits, long nowNanos) {
      return Math.max(fullAtNanos, nowNanos) + cost(permits) - capacityNanos;
    }

    @Override
    public void take(int permits, long nowNanos) {
      fullAtNanos = Math.max(fullAtNanos, nowNanos) + cost(permits);
    }

    private long cost(int permits) {
      return (long) Math.ceil(permits * permitNanos);
    }
  }

  private static final class Window implements Limit {
    private record Taken(int permits, long atNanos) {}

    private final int limit;
    private final long spanNanos;
    private final Deque<Taken> taken = new ArrayDeque<>();
    private int inSpan;

    Window(int limit, long spanNanos) {
      this.limit = limit;
      this.spanNanos = spanNanos;
    }

    @Override
    public long readyAt(int permits, long nowNanos) {
      forget(nowNanos);
      int missing = inSpan + permits - limit;
      long readyAtNanos = nowNanos;
      for (Taken earlier : taken) {
        if (missing <= 0) {
          break;
        }
        missing -= earlier.permits();
        readyAtNanos = earlier.atNanos() + spanNanos;
      }
      return readyAtNanos;
    }

    @Override
    public void take(int permits, long nowNanos) {
      taken.addLast(new Taken(permits, nowNanos));
      inSpan += permits;
    }

    private void forget(long nowNanos) {
      while (!taken.isEmpty() && taken.getFirst().atNanos() + spanNanos <= nowNanos) {
        inSpan -= taken.removeFirst().permits();
      }
    }
  }
}
