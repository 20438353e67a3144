package io.arb.core.wire;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Tyrus session. Tyrus allows one writer at a time, so a lock stands before it; no wait is
 * longer than the time-out, even if the peer has stopped reading.
 */
final class TyrusSocket implements TextSocket {
  private static final Logger LOG = LoggerFactory.getLogger(TyrusSocket.class);

  private final Session session;
  private final long timeoutNanos;
  private final ReentrantLock writer = new ReentrantLock();

  TyrusSocket(Session session, Duration sendTimeout) {
    this.session = session;
    this.timeoutNanos = sendTimeout.toNanos();
  }

  @Override
  public void send(String text) throws IOException {
    write(() -> await(session.getAsyncRemote().sendText(text)));
  }

  @Override
  public void ping() throws IOException {
    write(() -> session.getAsyncRemote().sendPing(ByteBuffer.allocate(0)));
  }

  @Override
  public void close() {
    closeQuietly(session);
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  /** Sends the close frame if it can and frees the transport without waiting for the peer. */
  static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (IOException | RuntimeException e) {
      LOG.debug("Connection {} was already closing", session.getId(), e);
    }
  }

  private interface Write {
    void run() throws IOException, InterruptedException, ExecutionException, TimeoutException;
  }

  private void write(Write write) throws IOException {
    try {
      if (!writer.tryLock(timeoutNanos, TimeUnit.NANOSECONDS)) {
        throw new IOException("Another send did not end in time");
      }
      try {
        write.run();
      } finally {
        writer.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while sending", e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new IOException("Send failed: " + e, e);
    }
  }

  private void await(Future<Void> sent)
      throws InterruptedException, ExecutionException, TimeoutException {
    sent.get(timeoutNanos, TimeUnit.NANOSECONDS);
  }
}
