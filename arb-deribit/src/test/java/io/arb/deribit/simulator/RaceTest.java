package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What trips clients over: lost answers, crossing requests, the speed bump. */
@Execution(ExecutionMode.CONCURRENT)
final class RaceTest {
  private static final String CHANGES = "user.changes.any.any.raw";
  private static final Duration BUMP = Duration.ofMillis(700);

  private Exchange exchange = Exchange.quiet();
  private Client alice = exchange.alice();
  private Client bob = exchange.bob();

  @AfterEach
  void close() {
    alice.close();
    bob.close();
    exchange.close();
  }

  private void restartBumped(boolean shown) {
    close();
    exchange = Exchange.quiet(config -> config.withSpeedBump(new SpeedBump(BUMP, shown)));
    alice = exchange.alice();
    bob = exchange.bob();
  }

  private ObjectNode order(String instrument, String amount, int away) {
    return Exchange.order(instrument, amount, exchange.perp(away));
  }

  private JsonNode byLabel(Client client) {
    return client.result(
        "private/get_order_state_by_label",
        Json.object().put("currency", "ETH").put("label", "test"));
  }

  @Test
  void losesAnAnswerWhileTheOrderLives() {
    exchange.simulator.faults().dropReply("private/buy");
    CompletableFuture<JsonNode> reply = alice.send("private/buy", order(PERP, "10", -5));

    assertThat(byLabel(alice)).hasSize(1);
    assertThat(reply).isNotDone();
  }

  @Test
  void answersAnErrorInsteadOfOrAfterTheDeed() {
    exchange.simulator.faults().answerInstead("private/buy", 10040);
    assertThat(alice.error("private/buy", order(PERP, "10", -5)))
        .hasToString("{\"code\":10040,\"message\":\"retry\"}");
    assertThat(byLabel(alice)).isEmpty();
    exchange.simulator.faults().answerAfterwards("private/buy", 13028);

    assertThat(alice.code("private/buy", order(PERP, "10", -5))).isEqualTo(13028);
    assertThat(byLabel(alice)).hasSize(1);
  }

  @Test
  void showsTheFillBeforeADelayedAnswer() {
    exchange.simulator.faults().delayAnswers(DeribitFaults.Queue.MATCHING, Duration.ofSeconds(1));
    alice.subscribe(CHANGES);
    var unused = bob.send("private/sell", order(PERP, "10", 5));
    bob.result("private/get_open_orders", Json.object());
    CompletableFuture<JsonNode> reply = alice.send("private/buy", order(PERP, "10", 5));
    JsonNode changes = alice.next(CHANGES);

    assertThat(changes.path("trades")).hasSize(1);
    assertThat(reply).isNotDone();
  }

  @Test
  void crossesACancelWithAFill() {
    JsonNode resting = alice.result("private/sell", order(PERP, "10", 5)).path("order");
    alice.subscribe(CHANGES);
    bob.result("private/buy", order(PERP, "10", 5));

    assertThat(alice.code("private/cancel", Exchange.orderId(resting))).isEqualTo(11044);
    assertThat(alice.next(CHANGES).path("trades")).hasSize(1);
  }

  @Test
  void keepsFillsThatHappenedWhileAClientWasAway() {
    alice.result("private/sell", order(PERP, "10", 5));
    alice.close();
    bob.result("private/buy", order(PERP, "10", 5));
    alice = exchange.alice();

    JsonNode trades =
        alice.result("private/get_user_trades_by_currency", Json.object().put("currency", "ETH"));
    assertThat(trades.path("trades").get(0).path("label").asText()).isEqualTo("test");
  }

  @Test
  void cancelsTheRestOfAPartFilledOrderOnDisconnect() {
    alice.result("private/enable_cancel_on_disconnect", Json.object());
    JsonNode order = alice.result("private/sell", order(PERP, "30", 5)).path("order");
    bob.result("private/buy", order(PERP, "10", 5));
    try (Client watching = exchange.alice()) {
      watching.subscribe("user.orders.any.any.raw");
      alice.close();
      JsonNode ended = watching.next("user.orders.any.any.raw");

      assertThat(ended.path("order_id")).isEqualTo(order.path("order_id"));
      assertThat(ended.path("order_state").asText()).isEqualTo("cancelled");
      assertThat(ended.path("filled_amount").asInt()).isEqualTo(10);
    }
  }

  @Test
  void refusesAnOrderThatComesTooLate() {
    ObjectNode order =
        order(PERP, "10", -5).put("valid_until", Exchange.START.toEpochMilli() + 500);
    exchange.clock.turn(Duration.ofMillis(501));

    assertThat(alice.code("private/buy", order)).isEqualTo(13888);
    assertThat(byLabel(alice)).isEmpty();
  }

  @Test
  void holdsTakersBackInLinearPerpetualsOnly() {
    restartBumped(false);
    bob.result("private/sell", order(Exchange.LINEAR, "1", 5));
    bob.result("private/sell", order(PERP, "10", 5));
    CompletableFuture<JsonNode> bumped = alice.send("private/buy", order(Exchange.LINEAR, "1", 5));
    JsonNode open = alice.result("private/get_open_orders", Json.object());
    JsonNode quick = alice.result("private/buy", order(PERP, "10", 5));

    assertThat(open.get(0).path("order_state").asText()).isEqualTo("speed_bumped");
    assertThat(quick.path("trades")).hasSize(1);
    assertThat(Waiting.on(bumped).path("result").path("order").path("order_state").asText())
        .isEqualTo("filled");
  }

  @Test
  void showsTheBumpInTheAnswerAndFillsLaterAsOnTheTestNet() {
    restartBumped(true);
    bob.result("private/sell", order(Exchange.LINEAR, "1", 5));
    alice.subscribe(CHANGES);
    JsonNode done = alice.result("private/buy", order(Exchange.LINEAR, "1", 5));

    assertThat(done.path("order").path("order_state").asText()).isEqualTo("speed_bumped");
    assertThat(done.path("trades")).isEmpty();
    assertThat(alice.next(CHANGES).path("orders").get(0).path("order_state").asText())
        .isEqualTo("filled");
  }

  @Test
  void turnsABumpedOrderImmediateWhenItIsCancelled() {
    restartBumped(true);
    bob.result("private/sell", order(Exchange.LINEAR, "1", 5));
    alice.subscribe(CHANGES);
    JsonNode order = alice.result("private/buy", order(Exchange.LINEAR, "3", 5)).path("order");
    alice.result("private/cancel", Exchange.orderId(order));
    JsonNode ended = alice.next(CHANGES).path("orders").get(0);

    assertThat(ended.path("order_state").asText()).isEqualTo("cancelled");
    assertThat(ended.path("filled_amount").asInt()).isOne();
  }

  @Test
  void overtakesAWaitingEditWithANewerOne() {
    restartBumped(false);
    bob.result("private/sell", order(Exchange.LINEAR, "1", 5));
    JsonNode order = alice.result("private/buy", order(Exchange.LINEAR, "1", -5)).path("order");
    ObjectNode edit = Exchange.orderId(order);
    CompletableFuture<JsonNode> first =
        alice.send("private/edit", edit.deepCopy().put("price", new BigDecimal(exchange.perp(5))));
    JsonNode second =
        alice.result(
            "private/edit", edit.deepCopy().put("price", new BigDecimal(exchange.perp(-4))));

    assertThat(Waiting.on(first).path("error").path("code").asInt()).isEqualTo(13777);
    assertThat(second.path("order").path("order_state").asText()).isEqualTo("open");
  }

  @Test
  void delaysNotificationsOnCommand() {
    exchange.simulator.faults().delayNotifications(Duration.ofMillis(700));
    alice.subscribe(CHANGES);
    alice.result("private/buy", order(PERP, "10", -5));
    alice.result("private/get_open_orders", Json.object());

    assertThat(alice.waitingOf(CHANGES)).isZero();
    assertThat(alice.next(CHANGES).path("orders")).hasSize(1);
  }

  @Test
  void fillsOnlySoMuchOnCommand() {
    bob.result("private/sell", order(PERP, "30", 5));
    exchange.simulator.faults().fillOnly(new BigDecimal("20"));
    JsonNode order =
        alice
            .result("private/buy", order(PERP, "30", 5).put("time_in_force", "immediate_or_cancel"))
            .path("order");

    assertThat(order.path("filled_amount").asInt()).isEqualTo(20);
    assertThat(order.path("order_state").asText()).isEqualTo("cancelled");
  }

  @Test
  void killsSocketsWithoutACloseFrame() {
    exchange.simulator.killConnections();

    assertThat(alice.closed()).isNotEmpty();
    exchange.alice().close();
  }
}
