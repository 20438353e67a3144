package io.arb.core.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between one Helidon session and its handler: joins fragments, answers pings, and makes
 * sure that a handler that throws ends its own connection only. Helidon calls it on the
 * connection's thread.
 */
final class WebSocketPeer implements WsListener {
  private static final Logger LOG = LoggerFactory.getLogger(WebSocketPeer.class);
  private static final int UNEXPECTED_CONDITION = 1011;

  private final ServerConnection connection;
  private final ServerConnection.Handler handler;
  private final StringBuilder partial = new StringBuilder();

  WebSocketPeer(ServerConnection connection, ServerConnection.Handler handler) {
    this.connection = connection;
    this.handler = handler;
  }

  ServerConnection connection() {
    return connection;
  }

  void ended(String reason) {
    if (connection.end()) {
      guarded(() -> handler.onClose(connection, reason));
    }
  }

  @Override
  public void onOpen(WsSession session) {
    connection.opened(session);
    guarded(() -> handler.onOpen(connection));
  }

  @Override
  public void onMessage(WsSession session, String text, boolean last) {
    partial.append(text);
    if (last && !connection.isFrozen()) {
      String whole = partial.toString();
      guarded(() -> handler.onText(connection, whole));
    }
    if (last) {
      partial.setLength(0);
    }
  }

  @Override
  public void onPing(WsSession session, BufferData payload) {
    connection.pong(payload);
  }

  @Override
  public void onPong(WsSession session, BufferData payload) {
    if (!connection.isFrozen()) {
      guarded(() -> handler.onPong(connection));
    }
  }

  @Override
  public void onClose(WsSession session, int code, String reason) {
    ended(code + " " + reason);
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.error("Handler of {} failed", connection, e);
      connection.close(UNEXPECTED_CONDITION, "handler failed");
    }
  }
}
