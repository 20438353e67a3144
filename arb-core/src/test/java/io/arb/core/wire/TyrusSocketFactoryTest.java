package io.arb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TyrusSocketFactoryTest {
  private static final int TEXT_BEGINS = 0x01;
  private static final int GOES_ON = 0x00;
  private static final int ENDS = 0x80;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8A;

  private final SocketFactory sockets = new TyrusSocketFactory();
  private final HeardHandler handler = new HeardHandler();
  private final HeardSocket heard = new HeardSocket();
  private final LoopbackServer server =
      LoopbackServer.builder().webSocket("/", who -> handler).start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void echoes() throws Exception {
    try (TextSocket socket = open()) {
      socket.send("{\"id\":\"1\"}");
      assertThat(heard.next()).isEqualTo("{\"id\":\"1\"}");
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void takesAMegabyteUnchanged() throws Exception {
    String large = "0123456789abcdef".repeat(1 << 16);
    try (TextSocket socket = open()) {
      handler.connection().send(large);
      assertThat(heard.next()).isEqualTo(large);
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void sendsLargeMessagesUnchanged() throws Exception {
    String large = "0123456789abcdef".repeat(1 << 13);
    try (TextSocket socket = open()) {
      socket.send(large);
      assertThat(heard.next()).isEqualTo(large);
    }
  }

  @Test
  void carriesEveryKindOfCharacter() throws Exception {
    String text = "\u00e9 \u20ac \ud83d\ude00 \" \\ \n \u0000";
    try (TextSocket socket = open()) {
      socket.send(text);
      assertThat(heard.next()).isEqualTo(text);
    }
  }

  @Test
  void joinsFragments() throws Exception {
    try (TextSocket socket = open()) {
      handler.connection().sendFragments("{\"a\"", ":", "1}");
      assertThat(heard.next()).isEqualTo("{\"a\":1}");
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void joinsFragmentsThatSplitACharacterAndLetAPingThrough() throws Exception {
    byte[] euro = "\u20ac".getBytes(UTF_8);
    try (RawWebSocketServer raw = new RawWebSocketServer();
        TextSocket socket = sockets.open(raw.uri("ws"), heard)) {
      Socket peer = raw.connection();
      RawWebSocketServer.send(peer, TEXT_BEGINS, Arrays.copyOf(euro, 1));
      RawWebSocketServer.send(peer, PING, new byte[] {7});
      RawWebSocketServer.send(peer, GOES_ON, Arrays.copyOfRange(euro, 1, 2));
      RawWebSocketServer.send(peer, ENDS, Arrays.copyOfRange(euro, 2, 3));
      assertThat(heard.next()).isEqualTo("\u20ac");
      assertThat(RawWebSocketServer.readShortFrame(peer)).isEqualTo(PONG);
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void keepsFramesWholeUnderManySenders() throws Exception {
    int senders = 8;
    int each = 100;
    String filler = "x".repeat(5_000);
    try (TextSocket socket = open();
        ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<Integer>> sent =
          IntStream.range(0, senders)
              .mapToObj(i -> threads.submit(() -> sendAll(socket, i + ":", each, filler)))
              .toList();
      Set<String> received = new HashSet<>();
      for (int i = 0; i < senders * each; i++) {
        received.add(heard.next());
      }
      assertThat(sent).allSatisfy(task -> assertThat(task.get()).isEqualTo(each));
      assertThat(received)
          .hasSize(senders * each)
          .allMatch(text -> text.matches("[0-7]:[0-9]{1,2}:x{5000}"));
    }
  }

  @Test
  void answersPingsOfTheServer() throws Exception {
    try (TextSocket socket = open()) {
      handler.connection().ping();
      assertThat(handler.next()).isEqualTo("<pong>");
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void hearsThePongsOfItsOwnPings() throws Exception {
    try (TextSocket socket = open()) {
      socket.ping();
      assertThat(heard.next()).isEqualTo("<pong>");
    }
  }

  @Test
  void saysWhyTheServerClosed() throws Exception {
    try (TextSocket socket = open()) {
      handler.connection().close(1012, "deployment");
      assertThat(heard.next()).startsWith("<closed>").contains("deployment");
      assertThat(socket.isOpen()).isFalse();
      assertThatThrownBy(() -> socket.send("late")).isInstanceOf(IOException.class);
      assertThatThrownBy(socket::ping).isInstanceOf(IOException.class);
    }
  }

  @Test
  void noticesAConnectionThatIsCut() throws Exception {
    try (TextSocket socket = open()) {
      handler.connection().kill();
      assertThat(heard.next()).startsWith("<closed>");
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void reportsItsOwnCloseOnceHoweverOftenItCloses() throws Exception {
    TextSocket socket = open();
    socket.close();
    socket.close();
    assertThat(heard.next()).startsWith("<closed>");
    assertThat(handler.next()).startsWith("<closed>");
    assertThat(heard.isQuiet()).isTrue();
  }

  @Test
  void dropsAPeerWhoseMessageIsTooLong() throws Exception {
    try (TextSocket socket = openSmall()) {
      ServerConnection peer = handler.connection();
      peer.send("x".repeat(1_000));
      assertThat(heard.next()).hasSize(1_000);
      peer.send("x".repeat(1_001));
      assertThat(heard.next()).startsWith("<closed>");
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void dropsAPeerWhoseFragmentsAreTooLongTogether() throws Exception {
    try (TextSocket socket = openSmall()) {
      handler.connection().sendFragments("x".repeat(500), "x".repeat(501));
      assertThat(heard.next()).startsWith("<closed>");
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void closesAtOnceThoughThePeerNeverAnswers() throws Exception {
    try (RawWebSocketServer raw = new RawWebSocketServer()) {
      TextSocket socket = sockets.open(raw.uri("ws"), heard);
      Socket peer = raw.connection();
      socket.close();
      assertThat(heard.next()).startsWith("<closed>");
      assertThat(RawWebSocketServer.readShortFrame(peer)).isEqualTo(CLOSE);
      assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void givesUpASendWhenThePeerStopsReading() throws Exception {
    SocketFactory impatient = new TyrusSocketFactory(Duration.ofMillis(500), 1 << 20);
    String large = "x".repeat(1 << 20);
    try (RawWebSocketServer raw = new RawWebSocketServer()) {
      TextSocket socket = impatient.open(raw.uri("ws"), heard);
      raw.connection();
      assertThatThrownBy(() -> sendAll(socket, "", 100, large)).isInstanceOf(IOException.class);
      socket.close();
      assertThat(heard.next()).startsWith("<closed>");
    }
  }

  @Test
  void failsWhenNobodyListens() throws Exception {
    URI uri = server.webSocketUri("/");
    server.close();
    assertThatThrownBy(() -> sockets.open(uri, heard))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(uri.toString());
    assertThat(heard.isQuiet()).isTrue();
  }

  @Test
  void failsInTimeWhenThePeerNeverShakesHands() throws Exception {
    SocketFactory impatient = new TyrusSocketFactory(Duration.ofMillis(300), 1_000);
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("ws://127.0.0.1:" + mute.getLocalPort() + "/");
      assertThatThrownBy(() -> impatient.open(uri, heard)).isInstanceOf(IOException.class);
    }
    assertThat(heard.isQuiet()).isTrue();
  }

  @Test
  void failsWhereNoWebSocketIsServed() throws Exception {
    try (LoopbackServer plain = LoopbackServer.builder().start()) {
      assertThatThrownBy(() -> sockets.open(plain.webSocketUri("/maker"), heard))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> new TyrusSocketFactory(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TyrusSocketFactory(Duration.ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private TextSocket open() throws IOException {
    return sockets.open(server.webSocketUri("/"), heard);
  }

  private TextSocket openSmall() throws IOException {
    return new TyrusSocketFactory(Duration.ofSeconds(5), 1_000)
        .open(server.webSocketUri("/"), heard);
  }

  private static int sendAll(TextSocket socket, String prefix, int count, String filler)
      throws IOException {
    for (int i = 0; i < count; i++) {
      socket.send(prefix + i + ":" + filler);
    }
    return count;
  }
}
