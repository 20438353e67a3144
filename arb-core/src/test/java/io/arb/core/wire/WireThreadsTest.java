package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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

  /** Threads of ours or of the transport that have not ended within five seconds. */
  private static Set<String> leftovers() {
    long endNanos = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    Set<String> left = transportThreads();
    while (!left.isEmpty() && System.nanoTime() < endNanos) {
      LockSupport.parkNanos(10_000_000);
      left = transportThreads();
    }
    return left;
  }

  private static Set<String> transportThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.matches("(?i).*(arb-|grizzly|tyrus|selector).*"))
        .collect(Collectors.toSet());
  }
}
