package io.arb.core.wire;

import java.io.IOException;

/**
 * One open WebSocket connection that carries text. Safe from any thread: concurrent senders are
 * served one after the other and frames stay whole.
 */
public interface TextSocket extends AutoCloseable {
  /**
   * Sends one text message and returns when the transport has taken it.
   *
   * @throws IOException if it may not have left completely; the peer may or may not have read it
   */
  void send(String text) throws IOException;

  /**
   * Sends a protocol ping with an empty payload; the answer arrives at {@link
   * SocketListener#onPong()}.
   *
   * @throws IOException if the connection is no longer usable
   */
  void ping() throws IOException;

  /** Ends the connection. Idempotent, bounded in time, never throws. */
  @Override
  void close();

  /** Whether the connection has not been seen to end. True does not promise that a send arrives. */
  boolean isOpen();
}
