package io.arb.rysk.simulator;

import io.arb.core.wire.ServerConnection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection with a writer of its own, so that a client which does not read holds up nobody
 * else: when too much waits for it, it is dropped. Safe from any thread.
 */
final class Link {
  private static final int MOST_WAITING = 2_000;
  private static final int MOST_UNANSWERED_PINGS = 2;
  private static final int POLICY_VIOLATION = 1008;
  private static final String HUGE = "{\"padding\":\"" + "x".repeat(1 << 20) + "\"}";
  private static final String BLANK = " ";

  private final ServerConnection connection;
  private final BlockingQueue<Consumer<ServerConnection>> waiting =
      new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private final AtomicInteger unansweredPings = new AtomicInteger();

  Link(ServerConnection connection) {
    this.connection = connection;
    this.writer =
        Thread.ofVirtual().name("rysk-simulator-writer-" + connection.id()).unstarted(this::write);
  }

  void start() {
    writer.start();
  }

  String path() {
    return connection.path();
  }

  /** Sends one message in the way that the venue's faults have it. */
  void send(String text, RyskFaults faults) {
    if (faults.has(RyskFault.HUGE_FRAMES)) {
      enqueue(open -> open.send(HUGE));
    }
    if (faults.has(RyskFault.BLANK_FRAMES)) {
      enqueue(open -> open.send(BLANK));
    }
    if (faults.has(RyskFault.FRAGMENTED)) {
      int third = text.length() / 3;
      String[] parts = {
        text.substring(0, third), text.substring(third, 2 * third), text.substring(2 * third)
      };
      enqueue(open -> open.sendFragments(parts));
    } else {
      enqueue(open -> open.send(text));
    }
  }

  /** Pings, or drops a connection that has left the last two pings unanswered. */
  void ping() {
    if (unansweredPings.getAndIncrement() >= MOST_UNANSWERED_PINGS) {
      drop(POLICY_VIOLATION, "no pong");
    } else {
      enqueue(ServerConnection::ping);
    }
  }

  void ponged() {
    unansweredPings.set(0);
  }

  void withholdPongs(boolean withhold) {
    connection.withholdPongs(withhold);
  }

  void freeze() {
    connection.freeze();
  }

  void kill() {
    connection.kill();
  }

  /** Sends a close frame, after what is waiting. */
  void close(int code, String reason) {
    enqueue(open -> open.close(code, reason));
  }

  /** Ends the writer; the connection has ended. */
  void ended() {
    writer.interrupt();
  }

  private void drop(int code, String reason) {
    Thread unused =
        Thread.startVirtualThread(
            () -> {
              connection.close(code, reason);
              connection.kill();
            });
  }

  private void enqueue(Consumer<ServerConnection> action) {
    if (!waiting.offer(action)) {
      kill();
    }
  }

  private void write() {
    try {
      while (true) {
        waiting.take().accept(connection);
      }
    } catch (InterruptedException e) {
      waiting.clear();
    }
  }
}
