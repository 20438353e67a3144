package io.arb.core.wire;

import java.io.IOException;

/**
 * An open WebSocket that carries text frames. Safe from any thread: frames are never interleaved.
 */
public interface TextSocket extends AutoCloseable {
  /**
   * Sends one text frame.
   *
   * @throws IOException if it could not be handed over whole; it may or may not have left
   */
  void send(String text) throws IOException;

  /** Sends a protocol ping; the pong arrives at the listener. */
  void ping() throws IOException;

  boolean isOpen();

  /** Closes the socket; idempotent, does not throw. */
  @Override
  void close();
}
