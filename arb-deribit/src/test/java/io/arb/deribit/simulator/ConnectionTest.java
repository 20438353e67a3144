package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Framing, heartbeat, cancel-on-disconnect, credits, maintenance. */
@Execution(ExecutionMode.CONCURRENT)
final class ConnectionTest {
  private static final String ORDERS = "user.orders.any.any.raw";

  private final Exchange exchange = Exchange.quiet();
  private final Client alice = exchange.alice();

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  private void heartbeat(Client client) {
    client.result("public/set_heartbeat", Json.object().put("interval", 10));
  }

  @Test
  void echoesTheIdWithItsType() {
    alice.raw("{\"id\":\"seven\",\"method\":\"public/test\",\"params\":{}}");
    JsonNode reply = alice.stray();

    assertThat(reply.path("id")).hasToString("\"seven\"");
    assertThat(reply.path("testnet").asBoolean()).isTrue();
    assertThat(reply.path("usOut").asLong() - reply.path("usIn").asLong())
        .isEqualTo(reply.path("usDiff").asLong());
    assertThat(reply.path("usIn").asLong()).isEqualTo(Exchange.START.toEpochMilli() * 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"id\":1,\"id\":2}", "hello"})
  void answersTextThatIsNoObjectWithoutAnIdAndStaysOpen(String text) {
    alice.raw(text);
    JsonNode reply = alice.stray();

    assertThat(reply.path("error"))
        .hasToString("{\"code\":11050,\"message\":\"bad_request\",\"data\":\"invalid json\"}");
    assertThat(reply.has("id")).isFalse();
    alice.result("public/test", Json.object());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1}",
        "{\"id\":[1],\"method\":\"public/get_time\",\"params\":7}",
        "{\"id\":1,\"method\":\"private/buy\",\"params\":{\"amount\":{}}}",
        "{\"id\":1,\"method\":\"public/auth\",\"params\":{\"grant_type\":9}}",
        "{\"id\":1,\"method\":\"public/subscribe\",\"params\":{\"channels\":\"x\"}}"
      })
  void survivesHostileFrames(String frame) {
    alice.raw(frame);

    assertThat(alice.stray().has("error")).isTrue();
    alice.result("public/test", Json.object());
  }

  @Test
  void refusesUnknownMethodsAndLargeFrames() {
    assertThat(alice.error("public/nothing", Json.object()))
        .hasToString("{\"code\":-32601,\"message\":\"Method not found\"}");
    alice.raw("{\"id\":1,\"method\":\"" + "x".repeat(32 * 1024) + "\"}");
    assertThat(alice.stray().path("error").path("code").asInt()).isEqualTo(-32600);
  }

  @Test
  void wantsHeartbeatsOfTenSecondsAtLeast() {
    assertThat(
            alice
                .error("public/set_heartbeat", Json.object().put("interval", 9))
                .path("data")
                .path("reason")
                .asText())
        .isEqualTo("value must be >= 10");
  }

  @Test
  void sendsATestRequestTwelveSecondsAfterAndThenEachTenPointSix() {
    heartbeat(alice);
    exchange.turn(Duration.ofMillis(11_900));
    exchange.turn(Duration.ofMillis(100));
    assertThat(alice.heartbeat()).isEqualTo("heartbeat");
    assertThat(alice.heartbeat()).isEqualTo("test_request");
    alice.result("public/test", Json.object());
    exchange.turn(Duration.ofMillis(10_600));

    assertThat(alice.heartbeat()).isEqualTo("heartbeat");
    assertThat(alice.heartbeat()).isEqualTo("test_request");
  }

  @Test
  void leavesTheHeartbeatOutOnABusyConnection() {
    heartbeat(alice);
    exchange.turn(Duration.ofSeconds(11));
    alice.result("public/get_time", Json.object());
    exchange.turn(Duration.ofSeconds(1));

    assertThat(alice.heartbeat()).isEqualTo("test_request");
  }

  @Test
  void closesTenSecondsAfterAnUnansweredTestRequest() {
    heartbeat(alice);
    exchange.turn(Duration.ofSeconds(12));
    exchange.turn(Duration.ofSeconds(10));

    assertThat(alice.closed()).contains("heartbeat close");
  }

  @Test
  void closesForWantOfAHeartbeatWithCode4000() {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket socket =
          http.newWebSocketBuilder()
              .buildAsync(exchange.simulator.webSocketUri(), closing(code))
              .join();
      socket
          .sendText(
              "{\"id\":1,\"method\":\"public/set_heartbeat\",\"params\":{\"interval\":10}}", true)
          .join();
      alice.subscribe("platform_state");
      heartbeat(alice);
      exchange.turn(Duration.ofSeconds(12));
      exchange.turn(Duration.ofSeconds(10));

      assertThat(Waiting.on(code)).isEqualTo(4000);
      socket.abort();
    }
  }

  private static WebSocket.Listener closing(CompletableFuture<Integer> code) {
    return new WebSocket.Listener() {
      @Override
      public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        code.complete(status);
        return null;
      }
    };
  }

  @Test
  void staysOpenWhenTestRequestsAreAnswered() {
    heartbeat(alice);
    exchange.turn(Duration.ofSeconds(12));
    alice.result("public/test", Json.object());
    exchange.turn(Duration.ofSeconds(10));

    alice.result("public/get_time", Json.object());
  }

  @Test
  void dropsASilentConnectionAfterAMinuteUnlessItListens() {
    try (Client silent = exchange.connect();
        Client listening = exchange.connect()) {
      silent.result("public/test", Json.object());
      listening.result("public/subscribe", Client.channels("platform_state"));
      exchange.turn(Duration.ofSeconds(61));

      assertThat(silent.closed()).doesNotContain("heartbeat");
      listening.result("public/test", Json.object());
    }
  }

  @Test
  void cancelsTheOrdersOfALostConnectionOnly() {
    try (Client other = exchange.alice()) {
      other.result("private/enable_cancel_on_disconnect", Json.object().put("scope", "connection"));
      other.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5)));
      alice.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-6)));
      alice.subscribe(ORDERS);
    }

    JsonNode cancelled = alice.next(ORDERS);
    assertThat(cancelled.path("cancel_reason").asText()).isEqualTo("cancel_on_disconnect");
    assertThat(exchange.books("alice").openOrders()).hasSize(1);
  }

  @Test
  void cancelsOrdersWhenTheHeartbeatFails() {
    heartbeat(alice);
    alice.result("private/enable_cancel_on_disconnect", Json.object());
    alice.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5)));
    exchange.turn(Duration.ofSeconds(12));
    exchange.turn(Duration.ofSeconds(10));
    exchange.simulator.advance();

    assertThat(exchange.books("alice").openOrders()).isEmpty();
  }

  @Test
  void keepsOrdersOfAConnectionThatDidNotAskOrLogsOut() {
    alice.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5)));
    try (Client other = exchange.alice()) {
      other.result("private/enable_cancel_on_disconnect", Json.object());
      other.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-6)));
      var unused = other.send("private/logout", Json.object());
      assertThat(other.closed()).isNotEmpty();
    }
    alice.raw("x");
    alice.stray();
    alice.close();

    assertThat(exchange.books("alice").openOrders()).hasSize(2);
  }

  @Test
  void waitsBeforeItCancelsTheOrdersOfALostConnection() {
    try (Exchange slow =
            Exchange.quiet(config -> config.withDisconnectDelay(Duration.ofSeconds(1)));
        Client watching = slow.alice()) {
      Client lost = slow.alice();
      lost.result("private/enable_cancel_on_disconnect", Json.object());
      lost.result("private/buy", Exchange.order(PERP, "10", slow.perp(-5)));
      watching.subscribe(ORDERS);
      lost.close();

      assertThat(watching.result("private/get_open_orders", Json.object())).hasSize(1);
      assertThat(watching.next(ORDERS).path("order_state").asText()).isEqualTo("cancelled");
    }
  }

  @Test
  void isDeadInSilenceWhenItIgnoresHeartbeats() {
    heartbeat(alice);
    exchange.simulator.faults().ignoreHeartbeats(true);
    exchange.turn(Duration.ofSeconds(12));
    exchange.turn(Duration.ofSeconds(10));
    exchange.simulator.faults().ignoreHeartbeats(false);
    exchange.simulator.advance();

    assertThat(alice.heartbeat()).isEqualTo("heartbeat");
    assertThat(alice.heartbeat()).isEqualTo("test_request");
  }

  @Test
  void refusesConnectionsOnCommand() {
    exchange.simulator.refuseConnections(true);
    assertThatThrownBy(exchange::connect).isInstanceOf(IllegalStateException.class);
    exchange.simulator.refuseConnections(false);

    exchange.connect().close();
  }

  @Test
  void startsNewConnectionsAsTheAccountSays() {
    alice.result("private/enable_cancel_on_disconnect", Json.object().put("scope", "account"));
    String method = "private/get_cancel_on_disconnect";
    try (Client later = exchange.alice()) {
      assertThat(later.result(method, Json.object()))
          .hasToString("{\"scope\":\"connection\",\"enabled\":true}");
    }

    assertThat(alice.result(method, Json.object()).path("enabled").asBoolean()).isFalse();
    assertThat(
            alice.result(method, Json.object().put("scope", "account")).path("enabled").asBoolean())
        .isTrue();
  }

  @Test
  void endsTheSessionWhenTheMatchingCreditsAreEmpty() {
    try (Exchange limited = Exchange.quiet(config -> config.withLimits(new CreditLimits(5, 2)));
        Client client = limited.alice()) {
      client.result("private/buy", Exchange.order(PERP, "10", limited.perp(-5)));
      client.result("private/buy", Exchange.order(PERP, "10", limited.perp(-5)));
      assertThat(client.code("private/cancel_all", Json.object())).isEqualTo(10028);

      assertThat(client.closed()).isNotEmpty();
      assertThat(limited.simulator.books().refusals()).containsEntry(10028, 1L);
    }
  }

  @Test
  void refillsCreditsWithTime() {
    try (Exchange limited = Exchange.quiet(config -> config.withLimits(new CreditLimits(5, 1)));
        Client client = limited.alice()) {
      client.result("private/buy", Exchange.order(PERP, "10", limited.perp(-5)));
      limited.clock.turn(Duration.ofMillis(200));
      client.result("private/buy", Exchange.order(PERP, "10", limited.perp(-5)));
      client.result("private/get_open_orders", Json.object());
    }
  }

  @Test
  void countsInstrumentListsDear() {
    try (Exchange limited = Exchange.quiet(config -> config.withLimits(CreditLimits.lowestTier()));
        Client client = limited.alice()) {
      for (int i = 0; i < 50; i++) {
        client.result(
            "public/get_instruments", Json.object().put("currency", "ETH").put("kind", "future"));
      }

      assertThat(client.code("public/get_instruments", Json.object().put("currency", "ETH")))
          .isEqualTo(10028);
    }
  }

  @Test
  void refusesEverythingInMaintenance() {
    alice.subscribe("platform_state");
    exchange.simulator.maintenance(true);
    assertThat(alice.next("platform_state")).hasToString("{\"maintenance\":true}");
    assertThat(alice.code("public/test", Json.object())).isEqualTo(11051);
    exchange.simulator.maintenance(false);

    assertThat(alice.next("platform_state")).hasToString("{\"maintenance\":false}");
    alice.result("public/test", Json.object());
  }

  @Test
  void takesCancelsOnlyWhereAnIndexIsLocked() {
    alice.subscribe("platform_state", "user.lock");
    JsonNode order =
        alice.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5))).path("order");
    exchange.simulator.lock("eth_usd", true);

    assertThat(alice.next("user.lock")).hasToString("{\"currency\":\"ETH\",\"locked\":true}");
    assertThat(alice.result("public/status", Json.object()).path("locked").asText())
        .isEqualTo("partial");
    assertThat(alice.code("private/edit", Exchange.orderId(order).put("amount", 5)))
        .isEqualTo(10019);
    alice.result("private/buy", Exchange.order(Exchange.LINEAR, "0.1", exchange.perp(-5)));
    alice.result("private/cancel", Exchange.orderId(order));
  }

  @Test
  void pausesAtTheDailySettlement() {
    alice.subscribe("platform_state");
    exchange.turn(Duration.ofHours(20));
    try (Client client = exchange.alice()) {
      assertThat(client.code("private/buy", Exchange.order(PERP, "10", exchange.perp(-5))))
          .isEqualTo(10041);
      assertThat(client.code("private/cancel_all", Json.object())).isEqualTo(10041);
      exchange.turn(Duration.ofSeconds(2));

      client.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5)));
    }
  }
}
