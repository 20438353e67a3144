package io.arb.derive.simulator;

import io.arb.core.wire.ServerConnection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: hands its frames to the simulator's thread and carries frames out on a thread of
 * its own, so that a peer that does not read holds up nobody else.
 */
final class SocketDoor implements ServerConnection.Handler {
  private static final int MOST_WAITING = 50_000;
  private static final int POLICY_VIOLATION = 1008;

  private final StateThread thread;
  private final Sessions sessions;
  private final Dispatcher dispatcher;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("derive-simulator-writer").factory());
  private volatile @Nullable Session session;

  SocketDoor(StateThread thread, Sessions sessions, Dispatcher dispatcher) {
    this.thread = thread;
    this.sessions = sessions;
    this.dispatcher = dispatcher;
    writer.allowCoreThreadTimeOut(true);
  }

  @Override
  public void onOpen(ServerConnection connection) {
    Session opened =
        new Session(connection.id(), true, (status, text) -> carry(connection, status, text));
    session = opened;
    thread.post(
        () -> {
          if (sessions.isTooMany()) {
            dispatcher.refuseConnection(opened);
            write(connection, () -> connection.close(POLICY_VIOLATION, "too many connections"));
          } else {
            sessions.opened(opened);
          }
        });
  }

  private void carry(ServerConnection connection, int status, String text) {
    boolean isHttpFailure = text.startsWith("<") && status >= 400;
    if (!isHttpFailure) {
      write(connection, () -> connection.send(text));
    }
  }

  private void write(ServerConnection connection, Runnable frame) {
    try {
      writer.execute(frame);
    } catch (RejectedExecutionException e) {
      connection.kill();
    }
  }

  @Override
  public void onText(ServerConnection connection, String text) {
    Session from = session;
    if (from == null) {
      return;
    }
    if (text.equals("ping")) {
      thread.post(() -> from.send(200, "pong"));
    } else {
      thread.post(() -> dispatcher.frame(from, text));
    }
  }

  @Override
  public void onClose(ServerConnection connection, String reason) {
    Session ended = session;
    if (ended != null) {
      thread.post(() -> sessions.closed(ended));
    }
    writer.shutdownNow();
  }
}
