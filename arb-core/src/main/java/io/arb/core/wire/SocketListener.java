package io.arb.core.wire;

/**
 * What one connection tells its owner. The transport calls it from its own threads, one call at a
 * time, and may do so before {@link SocketFactory#open} has returned; an implementation must not
 * block.
 */
public interface SocketListener {
  /** A whole text message; fragments have been joined. */
  void onText(String text);

  /** The peer answered a ping. */
  void onPong();

  /** The connection ended, for whatever reason; the last call and the only one of its kind. */
  void onClosed(String reason);
}
