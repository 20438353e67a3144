package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a connection reports, one line each, for the test to wait on. */
final class HeardSocket implements SocketListener {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @Override
  public void onText(String text) {
    heard.add(text);
  }

  @Override
  public void onPong() {
    heard.add("<pong>");
  }

  @Override
  public void onClosed(String reason) {
    heard.add("<closed> " + reason);
  }

  String next() throws InterruptedException {
    String line = heard.poll(10, TimeUnit.SECONDS);
    assertThat(line).as("something heard in time").isNotNull();
    return String.valueOf(line);
  }

  boolean isQuiet() {
    return heard.isEmpty();
  }
}
