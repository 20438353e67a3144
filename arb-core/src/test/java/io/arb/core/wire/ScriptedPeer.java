package io.arb.core.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A peer that follows a script on a clock of its own: whoever waits on that clock moves it. One
 * step is used up by each dial. In the last step, {@link #stay}, time stands still and waits are
 * real.
 */
final class ScriptedPeer {
  private enum Step {
    REFUSE,
    LIVE,
    MUTE,
    STAY
  }

  private record Turn(Step step, Duration length) {}

  private static final Turn DOWN = new Turn(Step.REFUSE, Duration.ZERO);

  private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final List<Duration> pings = new CopyOnWriteArrayList<>();
  private boolean breakSends;
  private volatile Turn turn = DOWN;
  private volatile @Nullable SocketListener listener;
  private final AtomicLong now = new AtomicLong();
  private long connectedNanos;
  private long endedNanos = -1;

  void refuse(int times) {
    IntStream.range(0, times).forEach(i -> turns.add(DOWN));
  }

  /** A connection that answers pings and is then closed. */
  void liveFor(Duration length) {
    turns.add(new Turn(Step.LIVE, length));
  }

  /** A connection that answers nothing. */
  void mute() {
    turns.add(new Turn(Step.MUTE, Duration.ZERO));
  }

  /** A connection that stays. */
  void stay() {
    turns.add(new Turn(Step.STAY, Duration.ZERO));
  }

  void breakSends() {
    breakSends = true;
  }

  /** The time before each dial but the first, since the failure or disconnect before it. */
  List<Duration> waits() {
    return waits;
  }

  /** When pings came, counted from the connection they came on. */
  List<Duration> pings() {
    return pings;
  }

  /** Where the peer speaks to the connection that was made last. */
  SocketListener listener() {
    SocketListener current = listener;
    if (current == null) {
      throw new AssertionError("nobody is connected");
    }
    return current;
  }

  TextSocket open(URI uri, SocketListener dialled) throws IOException {
    if (endedNanos >= 0) {
      waits.add(Duration.ofNanos(now.get() - endedNanos));
    }
    turn = turns.remove();
    endedNanos = now.get();
    if (turn.step() == Step.REFUSE) {
      throw new IOException("refused by " + uri);
    }
    listener = dialled;
    connectedNanos = now.get();
    return new Connection();
  }

  SocketTiming timing() {
    return new Timing();
  }

  private final class Timing implements SocketTiming {
    @Override
    public long nanoTime() {
      return now.get();
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> queue, Duration atMost)
        throws InterruptedException {
      if (turn.step() == Step.STAY) {
        return queue.poll(1, TimeUnit.SECONDS);
      }
      T head = queue.poll();
      return head == null ? waited(queue, atMost) : head;
    }

    private <T> @Nullable T waited(BlockingQueue<T> queue, Duration atMost) {
      long endNanos = connectedNanos + turn.length().toNanos();
      boolean ends = turn.step() == Step.LIVE && now.get() < endNanos;
      if (ends && now.get() + atMost.toNanos() >= endNanos) {
        now.set(endNanos);
        endedNanos = endNanos;
        listener().onClosed("end of the turn");
      } else {
        now.addAndGet(atMost.toNanos());
      }
      return queue.poll();
    }
  }

  private final class Connection implements TextSocket {
    @Override
    public void send(String text) throws IOException {
      if (breakSends) {
        throw new IOException("broken pipe");
      }
    }

    @Override
    public void ping() {
      pings.add(Duration.ofNanos(now.get() - connectedNanos));
      if (turn.step() != Step.MUTE) {
        listener().onPong();
      }
    }

    @Override
    public void close() {
      turn = DOWN;
      endedNanos = now.get();
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }
}
