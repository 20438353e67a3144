package io.arb.core.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackServerTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final SocketFactory sockets = new TyrusSocketFactory();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final HeardSocket heard = new HeardSocket();
  private final HeardHandler handler = new HeardHandler();
  private final BlockingQueue<ConnectionInfo> visitors = new LinkedBlockingQueue<>();
  private final BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();

  private final LoopbackServer server =
      LoopbackServer.builder()
          .webSocket("/maker", this::visit)
          .webSocket("/rfqs", this::visit)
          .get("/api", this::answer)
          .post("/private", this::answer)
          .get(
              "/broken",
              call -> {
                throw new IOException("on purpose");
              })
          .get("/limit", call -> new HttpReply(429, "text/plain", Map.of("Retry-After", "2"), "cc"))
          .start();

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  @Test
  void servesPathsBelowAPrefixAndKeepsTheirCase() throws Exception {
    URI uri = server.webSocketUri("/rfqs/0xAbCdEf?from=1");
    try (TextSocket socket = sockets.open(uri, heard)) {
      assertThat(handler.connection().path()).isEqualTo("/rfqs/0xAbCdEf");
      assertThat(visitors.remove().query()).isEqualTo("from=1");
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void doesNotTakeAPrefixForPartOfAWord() {
    assertThatThrownBy(() -> sockets.open(server.webSocketUri("/makers"), heard))
        .isInstanceOf(IOException.class);
    assertThat(visitors).isEmpty();
  }

  @Test
  void givesEachConnectionItsOwnIdAndKnowsWhichAreOpen() throws Exception {
    try (TextSocket first = sockets.open(server.webSocketUri("/maker"), heard);
        TextSocket second = sockets.open(server.webSocketUri("/rfqs/a"), new HeardSocket())) {
      handler.connection();
      handler.connection();
      assertThat(server.connections())
          .extracting(ServerConnection::path)
          .containsExactly("/maker", "/rfqs/a");
      assertThat(server.connections())
          .extracting(ServerConnection::id)
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(first.isOpen()).isTrue();
      server.connections().getFirst().kill();
      assertThat(handler.next()).startsWith("<closed>");
      assertThat(server.connections())
          .extracting(ServerConnection::path)
          .containsExactly("/rfqs/a");
      assertThat(second.isOpen()).isTrue();
    }
  }

  @Test
  void tellsItsHandlerWhenTheClientVanishes() throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      client
          .getOutputStream()
          .write(
              """
              GET /maker HTTP/1.1\r
              Host: 127.0.0.1\r
              Upgrade: websocket\r
              Connection: Upgrade\r
              Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
              Sec-WebSocket-Version: 13\r
              \r
              """
                  .getBytes(US_ASCII));
      handler.connection();
    }
    assertThat(handler.next()).isEqualTo("<closed> connection lost");
  }

  @Test
  void dropsAConnectionWithoutACloseFrame() throws Exception {
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      server.connections().forEach(open -> assertThat(open.isOpen()).isTrue());
      ServerConnection connection = handler.connection();
      server.killAll();
      assertThat(heard.next()).startsWith("<closed> CLOSED_ABNORMALLY");
      assertThat(handler.next()).isEqualTo("<closed> connection lost");
      assertThat(connection.isOpen()).isFalse();
      connection.send("into the void");
      connection.close(1000, "late");
      connection.kill();
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void sendsACloseFrameWithCodeAndReason() throws Exception {
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      handler.connection().close(1001, "deployment");
      assertThat(heard.next()).isEqualTo("<closed> GOING_AWAY deployment");
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void keepsTheOrderInWhichOneThreadSends() throws Exception {
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      ServerConnection connection = handler.connection();
      IntStream.range(0, 2_000).forEach(i -> connection.send("" + i));
      for (int i = 0; i < 2_000; i++) {
        assertThat(heard.next()).isEqualTo("" + i);
      }
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void keepsFramesWholeWhenManyThreadsSend() throws Exception {
    String filler = "x".repeat(3_000);
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      ServerConnection connection = handler.connection();
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        IntStream.range(0, 400).forEach(i -> threads.execute(() -> connection.send(i + filler)));
      }
      for (int i = 0; i < 400; i++) {
        assertThat(heard.next()).matches("[0-9]+x{3000}");
      }
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void canRefuseHandshakesAndTakeThemAgain() throws Exception {
    server.refuseWebSockets(true);
    assertThatThrownBy(() -> sockets.open(server.webSocketUri("/maker"), heard))
        .isInstanceOf(IOException.class);
    server.refuseWebSockets(false);
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      assertThat(socket.isOpen()).isTrue();
    }
  }

  @Test
  void aFrozenConnectionStaysUpAndSaysNothing() throws Exception {
    try (TextSocket socket = sockets.open(server.webSocketUri("/maker"), heard)) {
      ServerConnection connection = handler.connection();
      connection.freeze();
      socket.ping();
      socket.send("anybody there?");
      connection.send("never sent");
      server.connections().forEach(open -> assertThat(open.isOpen()).isTrue());
      connection.kill();
      assertThat(heard.next()).startsWith("<closed>");
      assertThat(handler.next()).startsWith("<closed>");
      assertThat(socket.isOpen()).isFalse();
    }
  }

  @Test
  void aHandlerThatThrowsEndsItsOwnConnectionOnly() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    ServerConnection.Handler broken =
        new ServerConnection.Handler() {
          @Override
          public void onText(ServerConnection connection, String text) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void onClose(ServerConnection connection, String reason) {
            closed.countDown();
          }
        };
    HeardSocket neighbour = new HeardSocket();
    try (LoopbackServer mixed =
            LoopbackServer.builder()
                .webSocket("/broken", who -> broken)
                .webSocket("/maker", this::visit)
                .start();
        TextSocket well = sockets.open(mixed.webSocketUri("/maker"), neighbour);
        TextSocket ill = sockets.open(mixed.webSocketUri("/broken"), heard)) {
      ill.send("x");
      assertThat(heard.next()).isEqualTo("<closed> UNEXPECTED_CONDITION handler failed");
      assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
      well.send("still here");
      assertThat(neighbour.next()).isEqualTo("still here");
    }
  }

  @Test
  void answersHttpOnTheSamePort() throws Exception {
    HttpResponse<String> reply =
        http.send(get("/api/Assets?chain=999&name=a%20b&name=c"), asText());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{\"ok\":\"\u20ac\"}");
    assertThat(reply.headers().firstValue("content-type")).contains("application/json");
    HttpCall call = calls.remove();
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.path()).isEqualTo("/api/Assets");
    assertThat(call.parameter("chain")).contains("999");
    assertThat(call.query().get("name")).isEqualTo(List.of("a b", "c"));
    assertThat(call.parameter("absent")).isEmpty();
    assertThat(call.body()).isEmpty();
  }

  @Test
  void handsOverBodyAndHeadersOfAPost() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.httpUri("/private/order"))
            .timeout(TIMEOUT)
            .header("X-DeriveWallet", "0xAb")
            .POST(HttpRequest.BodyPublishers.ofString("{\"price\":\"1.0\u20ac\"}"))
            .build();
    assertThat(http.send(request, asText()).statusCode()).isEqualTo(200);
    HttpCall call = calls.remove();
    assertThat(call.body()).isEqualTo("{\"price\":\"1.0\u20ac\"}");
    assertThat(call.header("x-derivewallet")).contains("0xAb");
  }

  @Test
  void carriesStatusAndHeadersOfAReply() throws Exception {
    HttpResponse<String> reply = http.send(get("/limit"), asText());
    assertThat(reply.statusCode()).isEqualTo(429);
    assertThat(reply.body()).isEqualTo("cc");
    assertThat(reply.headers().firstValue("retry-after")).contains("2");
  }

  @Test
  void answers404And500WhereItMust() throws Exception {
    assertThat(http.send(get("/nowhere"), asText()).statusCode()).isEqualTo(404);
    assertThat(http.send(get("/maker"), asText()).statusCode()).isEqualTo(404);
    assertThat(http.send(get("/broken"), asText()).statusCode()).isEqualTo(500);
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    List<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assertThat(server.httpUri("/").getHost()).isEqualTo("127.0.0.1");
    assertThat(outside)
        .allSatisfy(
            address ->
                assertThatThrownBy(() -> new Socket(address, server.port()).close())
                    .isInstanceOf(IOException.class));
  }

  @Test
  void closesTwiceWithoutComplaintAndStopsListening() {
    server.close();
    server.close();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), server.port()).close())
        .isInstanceOf(Exception.class);
  }

  private ServerConnection.Handler visit(ConnectionInfo who) {
    visitors.add(who);
    return handler;
  }

  private HttpReply answer(HttpCall call) {
    calls.add(call);
    return HttpReply.json("{\"ok\":\"\u20ac\"}");
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(server.httpUri(path)).timeout(TIMEOUT).build();
  }

  private static HttpResponse.BodyHandler<String> asText() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
