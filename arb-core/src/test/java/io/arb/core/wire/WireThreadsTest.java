package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections leave no threads behind, however they end. */
@Timeout(180)
class WireThreadsTest {
  private static final int CYCLES = 200;
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), 2, Duration.ofMinutes(1));

  @Test
  void twoHundredConnectionsLeaveNoThread() throws Exception {
    HeardReconnecting heard = new HeardReconnecting();
    HeardHandler handler = new HeardHandler();
    try (LoopbackServer server = LoopbackServer.builder().webSocket("/", who -> handler).start()) {
      for (int i = 0; i < CYCLES; i++) {
        ReconnectingSocket socket =
            new ReconnectingSocket(
                "cycle" + i,
                server.webSocketUri("/"),
                new TyrusSocketFactory(),
                QUICK,
                LivenessPolicy.STANDARD,
                heard);
        socket.start();
        assertThat(heard.next()).isEqualTo("connected 1");
        socket.close();
        assertThat(heard.next()).startsWith("disconnected 1");
        handler.connection();
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void twoHundredReconnectsLeaveNoThread() throws Exception {
    HeardReconnecting heard = new HeardReconnecting();
    HeardHandler handler = new HeardHandler();
    try (LoopbackServer server = LoopbackServer.builder().webSocket("/", who -> handler).start();
        ReconnectingSocket socket =
            new ReconnectingSocket(
                "storm",
                server.webSocketUri("/"),
                new TyrusSocketFactory(),
                QUICK,
                LivenessPolicy.STANDARD,
                heard)) {
      socket.start();
      for (int generation = 1; generation <= CYCLES; generation++) {
        assertThat(heard.next()).isEqualTo("connected " + generation);
        handler.connection().kill();
        assertThat(heard.next()).startsWith("disconnected " + generation);
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void peersThatNeverAnswerOurCloseLeaveNoThread() throws Exception {
    try (RawWebSocketServer raw = new RawWebSocketServer()) {
      for (int i = 0; i < 20; i++) {
        TextSocket socket = new TyrusSocketFactory().open(raw.uri("ws"), new HeardSocket());
        Socket peer = raw.connection();
        socket.close();
        assertThat(RawWebSocketServer.readShortFrame(peer)).isEqualTo(0x88);
      }
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void refusedDialsLeaveNoThread() throws Exception {
    HeardReconnecting heard = new HeardReconnecting();
    HeardHandler handler = new HeardHandler();
    try (LoopbackServer server = LoopbackServer.builder().webSocket("/", who -> handler).start()) {
      server.refuseWebSockets(true);
      try (ReconnectingSocket socket =
          new ReconnectingSocket(
              "refused",
              server.webSocketUri("/"),
              new TyrusSocketFactory(),
              QUICK,
              LivenessPolicy.STANDARD,
              heard)) {
        socket.start();
        server.refuseWebSockets(false);
        assertThat(heard.next()).isEqualTo("connected 1");
      }
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void closingInTheMiddleOfADialLeavesNoThread() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ReconnectingSocket socket =
          new ReconnectingSocket(
              "dialling",
              URI.create("ws://127.0.0.1:" + mute.getLocalPort() + "/"),
              new TyrusSocketFactory(Duration.ofSeconds(3), 1_000),
              QUICK,
              LivenessPolicy.STANDARD,
              new HeardReconnecting());
      socket.start();
      mute.accept().close();
      long beganNanos = System.nanoTime();
      socket.close();
      assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
          .isLessThan(Duration.ofSeconds(5));
      assertThat(leftovers()).isEmpty();
    }
  }

  @Test
  void noThreadKeepsTheProgramAlive() throws Exception {
    HeardHandler handler = new HeardHandler();
    try (LoopbackServer server = LoopbackServer.builder().webSocket("/", who -> handler).start();
        TextSocket socket =
            new TyrusSocketFactory().open(server.webSocketUri("/"), new HeardSocket())) {
      handler.connection();
      assertThat(transportThreads()).isNotEmpty().allMatch(Thread::isDaemon);
      assertThat(socket.isOpen()).isTrue();
    }
  }

  /** Threads of ours or of the transport that do not end in time. */
  private static List<Thread> leftovers() throws InterruptedException {
    List<Thread> threads = transportThreads();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    }
    return threads.stream().filter(Thread::isAlive).toList();
  }

  private static List<Thread> transportThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(?i).*(arb-|grizzly|tyrus|selector).*"))
        .toList();
  }
}
