package io.arb.core.wire;

import java.io.IOException;
import java.net.URI;

/** Opens WebSockets. Safe from any thread. */
@FunctionalInterface
public interface SocketFactory {
  /**
   * Connects, waiting for the handshake up to the factory's time-out.
   *
   * @throws IOException if the connection could not be made
   */
  TextSocket open(URI uri, SocketListener listener) throws IOException;
}
