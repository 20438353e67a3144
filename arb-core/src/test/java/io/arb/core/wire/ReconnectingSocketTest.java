package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real server on loopback, with short waits. */
@Timeout(60)
class ReconnectingSocketTest {
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), 2, Duration.ofMinutes(1));
  private static final LivenessPolicy PATIENT = LivenessPolicy.STANDARD;
  private static final LivenessPolicy STRICT =
      new LivenessPolicy(Duration.ofMillis(50), Duration.ofMillis(400));

  private final HeardReconnecting heard = new HeardReconnecting();
  private final HeardHandler handler = new HeardHandler();
  private final LoopbackServer server =
      LoopbackServer.builder().webSocket("/", who -> handler).start();
  private final ReconnectingSocket socket = socket(heard, PATIENT);

  @AfterEach
  void stop() {
    socket.close();
    server.close();
  }

  @Test
  void connectsAndPassesTextsOn() throws Exception {
    socket.start();
    assertThat(heard.next()).isEqualTo("connected 1");
    assertThat(socket.send("hello")).isEqualTo(1);
    assertThat(heard.next()).isEqualTo("1: hello");
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void makesEveryCallOnItsOwnThread() throws Exception {
    socket.start();
    heard.next();
    socket.send("hello");
    heard.next();
    handler.connection().kill();
    heard.next();
    assertThat(heard.threads())
        .startsWith("arb-ws-test", "arb-ws-test", "arb-ws-test")
        .containsOnly("arb-ws-test");
  }

  @Test
  void dialsAgainWithARisingGenerationWhenTheServerDropsIt() throws Exception {
    socket.start();
    for (int generation = 1; generation <= 5; generation++) {
      assertThat(heard.next()).isEqualTo("connected " + generation);
      handler.connection().kill();
      assertThat(heard.next()).startsWith("disconnected " + generation + ", CLOSED_ABNORMALLY");
    }
    assertThat(heard.next()).isEqualTo("connected 6");
    assertThat(socket.send("back")).isEqualTo(6);
    assertThat(heard.next()).isEqualTo("6: back");
  }

  @Test
  void dialsAgainAfterAnOrderlyClose() throws Exception {
    socket.start();
    heard.next();
    handler.connection().close(1012, "restart");
    assertThat(heard.next()).startsWith("disconnected 1, ").contains("restart");
    assertThat(heard.next()).isEqualTo("connected 2");
  }

  @Test
  void goesOnDiallingWhileItIsRefused() throws Exception {
    server.refuseWebSockets(true);
    socket.start();
    assertThatThrownBy(() -> socket.send("too early")).isInstanceOf(NotConnectedException.class);
    server.refuseWebSockets(false);
    assertThat(heard.next()).isEqualTo("connected 1");
  }

  @Test
  void sendsNothingWhileItIsDown() throws Exception {
    assertThatThrownBy(() -> socket.send("x"))
        .isInstanceOf(NotConnectedException.class)
        .hasMessage("Socket test is not connected");
    socket.start();
    heard.next();
    server.refuseWebSockets(true);
    handler.connection().kill();
    heard.next();
    assertThatThrownBy(() -> socket.send("x")).isInstanceOf(NotConnectedException.class);
    assertThat(socket.isConnected()).isFalse();
  }

  @Test
  void sendsOnTheGenerationAskedForOrNotAtAll() throws Exception {
    socket.start();
    heard.next();
    socket.send(1, "first");
    assertThat(heard.next()).isEqualTo("1: first");
    socket.reconnectNow("test");
    assertThat(heard.next()).isEqualTo("disconnected 1, test");
    assertThat(heard.next()).isEqualTo("connected 2");
    assertThatThrownBy(() -> socket.send(1, "order of the old session"))
        .isInstanceOf(NotConnectedException.class)
        .hasMessage("Connection 1 of socket test is gone");
    socket.send(2, "second");
    assertThat(heard.next()).isEqualTo("2: second");
  }

  @Test
  void dropsAndDialsAgainWhenAsked() throws Exception {
    socket.start();
    heard.next();
    socket.reconnectNow("token expired");
    assertThat(heard.next()).isEqualTo("disconnected 1, token expired");
    assertThat(heard.next()).isEqualTo("connected 2");
  }

  @Test
  void maySendFromItsListener() throws Exception {
    CompletableFuture<ReconnectingSocket> self = new CompletableFuture<>();
    HeardReconnecting inner = new HeardReconnecting();
    ReconnectingSocket.Listener greeter =
        new Forwarding(inner) {
          @Override
          public void onConnected(int generation) {
            try {
              self.join().send(generation, "login");
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          }
        };
    try (ReconnectingSocket greeting = socket(greeter, PATIENT)) {
      self.complete(greeting);
      greeting.start();
      assertThat(inner.next()).isEqualTo("1: login");
    }
  }

  @Test
  void survivesAListenerThatThrows() throws Exception {
    HeardReconnecting inner = new HeardReconnecting();
    ReconnectingSocket.Listener clumsy =
        new Forwarding(inner) {
          @Override
          public void onConnected(int generation) {
            super.onConnected(generation);
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void onText(int generation, String text) {
            super.onText(generation, text);
            throw new AssertionError("on purpose");
          }

          @Override
          public void onDisconnected(int generation, String reason) {
            super.onDisconnected(generation, reason);
            throw new IllegalStateException("on purpose");
          }
        };
    try (ReconnectingSocket resilient = socket(clumsy, PATIENT)) {
      resilient.start();
      assertThat(inner.next()).isEqualTo("connected 1");
      resilient.send("a");
      resilient.send("b");
      assertThat(inner.next()).isEqualTo("1: a");
      assertThat(inner.next()).isEqualTo("1: b");
      resilient.reconnectNow("test");
      assertThat(inner.next()).isEqualTo("disconnected 1, test");
      assertThat(inner.next()).isEqualTo("connected 2");
    }
  }

  @Test
  void declaresAConnectionDeadThatAnswersNothing() throws Exception {
    try (RawWebSocketServer raw = new RawWebSocketServer();
        ReconnectingSocket watching = watching(raw)) {
      watching.start();
      assertThat(heard.next()).isEqualTo("connected 1");
      assertThat(heard.next()).startsWith("disconnected 1, nothing heard for PT0.");
      assertThat(heard.next()).isEqualTo("connected 2");
    }
  }

  @Test
  void findsAConnectionThatFroze() throws Exception {
    try (ReconnectingSocket watching = socket(heard, STRICT)) {
      watching.start();
      heard.next();
      handler.connection().freeze();
      assertThat(heard.next()).startsWith("disconnected 1, nothing heard for PT0.");
      assertThat(heard.next()).isEqualTo("connected 2");
    }
  }

  @Test
  void keepsAQuietConnectionWhoseServerAnswersPings() throws Exception {
    CountDownLatch pings = new CountDownLatch(20);
    try (RawWebSocketServer raw = new RawWebSocketServer();
        ReconnectingSocket watching = watching(raw)) {
      watching.start();
      assertThat(heard.next()).isEqualTo("connected 1");
      var peer = raw.connection();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (RawWebSocketServer.readShortFrame(peer) == 0x89) {
                    RawWebSocketServer.send(peer, 0x8A, new byte[0]);
                    pings.countDown();
                  }
                } catch (IOException e) {
                  pings.countDown(); // the test is over
                }
              });
      assertThat(pings.await(20, TimeUnit.SECONDS)).isTrue(); // over a second, deadAfter is 0.4
      assertThat(heard.isQuiet()).isTrue();
      assertThat(watching.isConnected()).isTrue();
    }
  }

  @Test
  void keepsEveryTextOfABurstInOrder() throws Exception {
    socket.start();
    heard.next();
    ServerConnection connection = handler.connection();
    IntStream.range(0, 5_000).forEach(i -> connection.send("" + i));
    for (int i = 0; i < 5_000; i++) {
      assertThat(heard.next()).isEqualTo("1: " + i);
    }
  }

  @Test
  void reportsTheLastTextsBeforeTheDisconnect() throws Exception {
    socket.start();
    heard.next();
    ServerConnection connection = handler.connection();
    IntStream.range(0, 100).forEach(i -> connection.send("" + i));
    connection.close(1000, "bye");
    for (int i = 0; i < 100; i++) {
      assertThat(heard.next()).isEqualTo("1: " + i);
    }
    assertThat(heard.next()).startsWith("disconnected 1, ");
  }

  @Test
  void closesOnceAndForAll() throws Exception {
    socket.start();
    heard.next();
    socket.close();
    socket.close();
    assertThat(heard.next()).isEqualTo("disconnected 1, closed by us");
    assertThat(heard.isQuiet()).isTrue();
    assertThat(socket.isConnected()).isFalse();
    assertThatThrownBy(() -> socket.send("x")).isInstanceOf(NotConnectedException.class);
    socket.start();
    assertThat(heard.isQuiet()).isTrue();
  }

  @Test
  void mayBeClosedFromItsListener() throws Exception {
    CompletableFuture<ReconnectingSocket> self = new CompletableFuture<>();
    HeardReconnecting inner = new HeardReconnecting();
    ReconnectingSocket.Listener closer =
        new Forwarding(inner) {
          @Override
          public void onText(int generation, String text) {
            self.join().close();
          }
        };
    try (ReconnectingSocket closing = socket(closer, PATIENT)) {
      self.complete(closing);
      closing.start();
      inner.next();
      closing.send("x");
      assertThat(inner.next()).isEqualTo("disconnected 1, closed by us");
    }
  }

  @Test
  void refusesToStartTwice() {
    socket.start();
    assertThatThrownBy(socket::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesThoughItNeverStarted() {
    socket.close();
    assertThat(heard.isQuiet()).isTrue();
  }

  private ReconnectingSocket socket(ReconnectingSocket.Listener listener, LivenessPolicy liveness) {
    return new ReconnectingSocket(
        "test",
        server.webSocketUri("/"),
        new TyrusSocketFactory(),
        QUICK,
        liveness,
        listener,
        new SplittableRandom(1));
  }

  private ReconnectingSocket watching(RawWebSocketServer raw) {
    return new ReconnectingSocket(
        "test", raw.uri("ws"), new TyrusSocketFactory(), QUICK, STRICT, heard);
  }

  private static class Forwarding implements ReconnectingSocket.Listener {
    private final ReconnectingSocket.Listener inner;

    Forwarding(ReconnectingSocket.Listener inner) {
      this.inner = inner;
    }

    @Override
    public void onConnected(int generation) {
      inner.onConnected(generation);
    }

    @Override
    public void onText(int generation, String text) {
      inner.onText(generation, text);
    }

    @Override
    public void onDisconnected(int generation, String reason) {
      inner.onDisconnected(generation, reason);
    }
  }
}
