package io.arb.deribit.simulator;

import io.arb.core.wire.ServerConnection;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: hands its frames to the simulator's thread and carries frames out on a thread of
 * its own, so that a peer that does not read holds up nobody else; if too much waits for it, it is
 * dropped.
 */
final class SocketDoor implements ServerConnection.Handler {
  private static final int MOST_WAITING = 50_000;

  private final StateThread thread;
  private final Sessions sessions;
  private final Dispatcher dispatcher;
  private final InstantSource clock;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          Thread.ofVirtual().name("deribit-simulator-writer").factory());
  private volatile @Nullable Session session;

  SocketDoor(StateThread thread, Sessions sessions, Dispatcher dispatcher, InstantSource clock) {
    this.thread = thread;
    this.sessions = sessions;
    this.dispatcher = dispatcher;
    this.clock = clock;
    writer.allowCoreThreadTimeOut(true);
  }

  @Override
  public void onOpen(ServerConnection connection) {
    Session opened = new Session(connection.id(), true, new Wire(connection), clock.instant());
    session = opened;
    thread.post(() -> sessions.opened(opened));
  }

  /** Frames leave one after the other. */
  private final class Wire implements Session.Outlet {
    private final ServerConnection connection;

    Wire(ServerConnection connection) {
      this.connection = connection;
    }

    @Override
    public void send(int status, String text) {
      write(() -> connection.send(text));
    }

    @Override
    public void close(int code, String reason) {
      write(() -> connection.close(code, reason));
    }

    @Override
    public void kill() {
      connection.kill();
    }

    private void write(Runnable frame) {
      try {
        writer.execute(frame);
      } catch (RejectedExecutionException e) {
        connection.kill();
      }
    }
  }

  @Override
  public void onText(ServerConnection connection, String text) {
    Session from = session;
    if (from != null) {
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
