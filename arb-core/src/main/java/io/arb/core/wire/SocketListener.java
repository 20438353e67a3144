package io.arb.core.wire;

/**
 * Hears what arrives on one {@link TextSocket}. Called by one thread at a time, in order of
 * arrival.
 */
public interface SocketListener {
  void onText(String text);

  void onPong();

  /** The last call: nothing arrives after it. */
  void onClosed(String reason);
}
