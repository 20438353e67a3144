package io.arb.core.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.websocket.WsSession;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket as the {@link LoopbackServer} sees it. Safe from any thread: frames leave whole and
 * in the order in which the sends began; sending on a connection that has ended does nothing, as
 * the peer could not tell the difference.
 */
public final class ServerConnection {
  /** What a server does with one connection. Calls for one connection come one at a time. */
  public interface Handler {
    /** The handshake is done; sending is possible from here on. */
    default void onOpen(ServerConnection connection) {}

    /** A whole text message. */
    void onText(ServerConnection connection, String text);

    /** The peer answered a ping. */
    default void onPong(ServerConnection connection) {}

    /** The connection has ended, with a close frame or without. The last call, made once. */
    default void onClose(ServerConnection connection, String reason) {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(ServerConnection.class);
  private static final long CLOSE_WAIT_MILLIS = 1_000;

  private final ConnectionInfo info;
  private final HelidonSocket transport;
  private final ReentrantLock writer = new ReentrantLock(true);
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable WsSession session;
  private volatile boolean frozen;
  private volatile boolean withholdsPongs;

  ServerConnection(ConnectionInfo info, HelidonSocket transport) {
    this.info = info;
    this.transport = transport;
  }

  /** Unique within the server. */
  public long id() {
    return info.id();
  }

  /** The path as the peer sent it, case preserved. */
  public String path() {
    return info.path();
  }

  /** Everything known from the handshake. */
  public ConnectionInfo info() {
    return info;
  }

  public boolean isOpen() {
    return session != null && !ended.get();
  }

  /** Sends one text message in one frame. */
  public void send(String text) {
    write(open -> open.send(text, true));
  }

  /**
   * Sends one text message in several frames.
   *
   * @param parts at least one
   */
  public void sendFragments(String... parts) {
    write(
        open -> {
          for (int i = 0; i < parts.length; i++) {
            open.send(parts[i], i == parts.length - 1);
          }
        });
  }

  /** Sends a protocol ping; the answer arrives at {@link Handler#onPong}. */
  public void ping() {
    write(open -> open.ping(BufferData.empty()));
  }

  /**
   * Sends a close frame; the connection ends when the peer answers it. If another send is stuck
   * because the peer does not read, drops the connection instead.
   *
   * @param code a close code of RFC 6455 section 7.4, such as 1000 or 1012
   */
  public void close(int code, String reason) {
    try {
      if (!writer.tryLock(CLOSE_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        kill();
        return;
      }
      try {
        write(open -> open.close(code, reason));
      } finally {
        writer.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** Drops the TCP connection without a close frame, as a crash or a cut cable would. */
  public void kill() {
    try {
      transport.close();
    } catch (RuntimeException e) {
      LOG.debug("Connection {} was already gone", id(), e);
    }
  }

  /**
   * From here on nothing leaves, pongs included, and nothing that arrives reaches the handler,
   * while TCP lives on: the half-open connection that only a client's own watch can find.
   */
  public void freeze() {
    frozen = true;
  }

  /** While true, pings of the peer stay unanswered; all else goes on. */
  public void withholdPongs(boolean withhold) {
    withholdsPongs = withhold;
  }

  boolean isFrozen() {
    return frozen;
  }

  void pong(BufferData payload) {
    if (!withholdsPongs) {
      write(open -> open.pong(payload));
    }
  }

  @Override
  public String toString() {
    return "ServerConnection " + id() + " " + path();
  }

  void opened(WsSession open) {
    session = open;
  }

  /** Notes the end; true for the first caller only. */
  boolean end() {
    return ended.compareAndSet(false, true);
  }

  private interface Write {
    void to(WsSession open);
  }

  private void write(Write write) {
    writer.lock();
    try {
      WsSession open = session;
      if (open != null && !frozen && !ended.get()) {
        write.to(open);
      }
    } catch (RuntimeException e) {
      LOG.debug("Connection {} ended while being written to", id(), e);
      kill();
    } finally {
      writer.unlock();
    }
  }
}
