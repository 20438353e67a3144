package io.arb.core.wire;

import java.io.IOException;
import java.net.URI;

/** One connection whose frames are recorded on their way. Safe from any thread. */
final class FrameTap implements SocketListener {
  private final FrameLog log;
  private final String conn;
  private final SocketListener listener;
  private boolean opened;

  private FrameTap(FrameLog log, String conn, SocketListener listener) {
    this.log = log;
    this.conn = conn;
    this.listener = listener;
  }

  static TextSocket open(
      FrameLog log, String conn, SocketFactory sockets, URI uri, SocketListener listener)
      throws IOException {
    FrameTap tap = new FrameTap(log, conn, listener);
    TextSocket socket = sockets.open(uri, tap);
    tap.opened();
    return tap.new Outgoing(socket);
  }

  @Override
  public void onText(String text) {
    opened();
    log.in(conn, text);
    listener.onText(text);
  }

  @Override
  public void onPong() {
    listener.onPong();
  }

  @Override
  public void onClosed(String reason) {
    opened();
    log.event(conn, "closed");
    listener.onClosed(reason);
  }

  /** The first text may come before the dial has returned: the opening is recorded by the first. */
  private synchronized void opened() {
    if (!opened) {
      opened = true;
      log.event(conn, "open");
    }
  }

  private final class Outgoing implements TextSocket {
    private final TextSocket socket;

    Outgoing(TextSocket socket) {
      this.socket = socket;
    }

    @Override
    public void send(String text) throws IOException {
      log.out(conn, text); // before it leaves, or the answer could be recorded first
      try {
        socket.send(text);
      } catch (IOException e) {
        log.event(conn, "send failed");
        throw e;
      }
    }

    @Override
    public void ping() throws IOException {
      socket.ping();
    }

    @Override
    public void close() {
      socket.close();
    }

    @Override
    public boolean isOpen() {
      return socket.isOpen();
    }
  }
}
