package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a reconnecting socket reports, one line each, for the test to wait on. */
final class HeardReconnecting implements ReconnectingSocket.Listener {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

  @Override
  public void onConnected(int generation) {
    note("connected " + generation);
  }

  @Override
  public void onText(int generation, String text) {
    note(generation + ": " + text);
  }

  @Override
  public void onDisconnected(int generation, String reason) {
    note("disconnected " + generation + ", " + reason);
  }

  String next() throws InterruptedException {
    String line = heard.poll(10, TimeUnit.SECONDS);
    assertThat(line).as("something heard in time").isNotNull();
    return String.valueOf(line);
  }

  boolean isQuiet() {
    return heard.isEmpty();
  }

  /** The names of the threads that made the calls, in order. */
  BlockingQueue<String> threads() {
    return threads;
  }

  private void note(String line) {
    threads.add(Thread.currentThread().getName());
    heard.add(line);
  }
}
