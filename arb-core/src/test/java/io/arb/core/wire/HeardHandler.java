package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server's side that keeps what it hears and echoes every text. */
final class HeardHandler implements ServerConnection.Handler {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<ServerConnection> opened = new LinkedBlockingQueue<>();

  @Override
  public void onOpen(ServerConnection connection) {
    opened.add(connection);
  }

  @Override
  public void onText(ServerConnection connection, String text) {
    heard.add(text);
    connection.send(text);
  }

  @Override
  public void onPong(ServerConnection connection) {
    heard.add("<pong>");
  }

  @Override
  public void onClose(ServerConnection connection, String reason) {
    heard.add("<closed> " + reason);
  }

  String next() throws InterruptedException {
    String line = heard.poll(10, TimeUnit.SECONDS);
    assertThat(line).as("something heard by the server in time").isNotNull();
    return String.valueOf(line);
  }

  ServerConnection connection() throws InterruptedException {
    ServerConnection connection = opened.poll(10, TimeUnit.SECONDS);
    if (connection == null) {
      throw new AssertionError("no connection reached the server in time");
    }
    return connection;
  }
}
