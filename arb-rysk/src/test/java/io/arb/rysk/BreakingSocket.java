package io.arb.rysk;

import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A connection that breaks at a moment of the test's choice, which no real one can be made to. */
final class BreakingSocket implements TextSocket {
  final SocketListener listener;
  final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  volatile boolean gone;
  volatile boolean breaksWhileSending;

  BreakingSocket(SocketListener listener) {
    this.listener = listener;
  }

  @Override
  public void send(String text) throws IOException {
    if (breaksWhileSending) {
      throw new IOException("broken pipe");
    }
    sent.add(text);
  }

  @Override
  public void ping() {
    listener.onPong();
  }

  @Override
  public boolean isOpen() {
    return !gone;
  }

  @Override
  public void close() {
    gone = true;
  }
}
