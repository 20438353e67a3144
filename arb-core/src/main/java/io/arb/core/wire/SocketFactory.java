package io.arb.core.wire;

import java.io.IOException;
import java.net.URI;

/** Opens WebSocket connections. Safe from any thread. */
@FunctionalInterface
public interface SocketFactory {
  /**
   * Connects and returns when the WebSocket handshake is complete. Blocks, for a bounded time; an
   * interrupt ends the wait.
   *
   * @param uri a {@code ws} or {@code wss} address
   * @param listener told of everything that arrives; if this method throws it is not told anything
   *     after the throw
   * @throws IOException if the connection could not be made in time
   */
  TextSocket open(URI uri, SocketListener listener) throws IOException;
}
