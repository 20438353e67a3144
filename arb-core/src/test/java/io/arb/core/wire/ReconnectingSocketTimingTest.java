package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits and failures, on a clock that runs as fast as the socket asks it to. */
@Timeout(60)
class ReconnectingSocketTimingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LivenessPolicy LIVENESS =
      new LivenessPolicy(Duration.ofSeconds(15), Duration.ofSeconds(30));

  private final HeardReconnecting heard = new HeardReconnecting();
  private final ScriptedPeer script = new ScriptedPeer();

  @Test
  void waitsWithinTheCeilingsThroughTwentyRefusalsAndThenConnects() throws Exception {
    script.refuse(20);
    script.stay();
    try (ReconnectingSocket socket = start()) {
      assertThat(heard.next()).isEqualTo("connected 1");
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(script.waits()).hasSize(20);
    IntStream.range(0, 20)
        .forEach(
            i ->
                assertThat(script.waits().get(i))
                    .as("wait %d", i)
                    .isBetween(Duration.ZERO, Backoff.STANDARD.ceiling(i)));
    assertThat(script.waits().stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void forgetsFailuresAfterAStableMinute() throws Exception {
    script.refuse(10);
    script.liveFor(MINUTE);
    script.stay();
    try (ReconnectingSocket socket = start()) {
      assertThat(heard.next()).isEqualTo("connected 1");
      assertThat(heard.next()).startsWith("disconnected 1");
      assertThat(heard.next()).isEqualTo("connected 2");
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(script.waits().get(10)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void remembersFailuresThroughConnectionsThatDoNotLast() throws Exception {
    script.refuse(10);
    IntStream.range(0, 20).forEach(i -> script.liveFor(MINUTE.minusSeconds(1)));
    script.stay();
    try (ReconnectingSocket socket = start()) {
      for (int generation = 1; generation <= 20; generation++) {
        assertThat(heard.next()).isEqualTo("connected " + generation);
        assertThat(heard.next()).startsWith("disconnected " + generation);
      }
      assertThat(heard.next()).isEqualTo("connected 21");
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(script.waits().subList(10, 30))
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(5)) > 0);
  }

  @Test
  void pingsAtEachIntervalAndDiesAtTheEndOfItsPatience() throws Exception {
    script.mute();
    script.stay();
    try (ReconnectingSocket socket = start()) {
      assertThat(heard.next()).isEqualTo("connected 1");
      assertThat(heard.next()).isEqualTo("disconnected 1, nothing heard for PT30S");
      assertThat(heard.next()).isEqualTo("connected 2");
      assertThat(socket.isConnected()).isTrue();
    }
    assertThat(script.pings().getFirst()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void dropsAConnectionOnWhichASendBrokeOff() throws Exception {
    script.breakSends();
    script.stay();
    script.stay();
    try (ReconnectingSocket socket = start()) {
      assertThat(heard.next()).isEqualTo("connected 1");
      assertThatThrownBy(() -> socket.send("order"))
          .isInstanceOf(SendFailedException.class)
          .hasMessage("Socket test broke off a send")
          .hasRootCauseMessage("broken pipe");
      assertThat(heard.next()).isEqualTo("disconnected 1, send failed: broken pipe");
      assertThat(heard.next()).isEqualTo("connected 2");
    }
  }

  @Test
  void startsAfreshWhenItsOwnerCannotKeepUp() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    ReconnectingSocket.Listener slow =
        new ReconnectingSocket.Listener() {
          private int texts;

          @Override
          public void onConnected(int generation) {
            heard.onConnected(generation);
          }

          @Override
          public void onText(int generation, String text) {
            texts++;
            stuck.countDown();
            awaitQuietly(free);
          }

          @Override
          public void onDisconnected(int generation, String reason) {
            heard.onDisconnected(generation, reason + " after " + texts);
          }
        };
    script.stay();
    script.stay();
    try (ReconnectingSocket socket = start(slow)) {
      assertThat(heard.next()).isEqualTo("connected 1");
      script.listener().onText("first");
      assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
      SocketListener peer = script.listener();
      IntStream.range(0, 2 * ReconnectingSocket.MAX_UNREAD).forEach(i -> peer.onText("x"));
      free.countDown();
      assertThat(heard.next()).isEqualTo("disconnected 1, 65536 messages behind after 65537");
      assertThat(heard.next()).isEqualTo("connected 2");
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private ReconnectingSocket start() {
    return start(heard);
  }

  private ReconnectingSocket start(ReconnectingSocket.Listener listener) {
    ReconnectingSocket socket =
        new ReconnectingSocket(
            "test",
            URI.create("ws://127.0.0.1:1/"),
            script::open,
            Backoff.STANDARD,
            LIVENESS,
            listener,
            new SplittableRandom(3),
            script.timing());
    socket.start();
    return socket;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
