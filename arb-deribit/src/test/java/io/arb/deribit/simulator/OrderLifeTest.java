package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of orders. */
@Execution(ExecutionMode.CONCURRENT)
final class OrderLifeTest {
  private final Exchange exchange = Exchange.quiet();
  private final Client alice = exchange.alice();
  private final Client bob = exchange.bob();

  @AfterEach
  void close() {
    alice.close();
    bob.close();
    exchange.close();
  }

  private JsonNode buy(Client who, ObjectNode order) {
    return who.result("private/buy", order);
  }

  private JsonNode sell(Client who, ObjectNode order) {
    return who.result("private/sell", order);
  }

  private JsonNode state(Client who, JsonNode order) {
    return who.result("private/get_order_state", Exchange.orderId(order));
  }

  private ObjectNode order(String amount, int away) {
    return Exchange.order(PERP, amount, exchange.perp(away));
  }

  @Test
  void restsWhatDoesNotTrade() {
    JsonNode order = buy(alice, order("100", -5)).path("order");

    assertThat(order.path("order_state").asText()).isEqualTo("open");
    assertThat(order.path("order_id").asText()).startsWith("ETH-");
    assertThat(order.path("contracts").asInt()).isEqualTo(100);
    assertThat(order.path("average_price").asInt()).isZero();
    assertThat(order.path("label").asText()).isEqualTo("test");
  }

  @Test
  void prefixesLinearOrdersAndTrades() {
    sell(bob, Exchange.order(Exchange.LINEAR, "0.5", exchange.perp(0)));
    JsonNode done = buy(alice, Exchange.order(Exchange.LINEAR, "0.5", exchange.perp(0)));

    assertThat(done.path("order").path("order_id").asText()).startsWith("USDC-");
    assertThat(done.path("trades").get(0).path("trade_id").asText()).startsWith("ETH_USDC-");
    assertThat(done.path("trades").get(0).path("trade_seq").asInt()).isOne();
  }

  @Test
  void matchesBestPriceFirstThenTheOlder() {
    JsonNode worse = sell(bob, order("10", 6)).path("order");
    JsonNode older = sell(bob, order("10", 5)).path("order");
    JsonNode younger = sell(bob, order("10", 5)).path("order");
    JsonNode done = buy(alice, order("15", 6));

    assertThat(done.path("trades")).hasSize(2);
    assertThat(state(bob, older).path("order_state").asText()).isEqualTo("filled");
    assertThat(state(bob, younger).path("filled_amount").asInt()).isEqualTo(5);
    assertThat(state(bob, worse).path("filled_amount").asInt()).isZero();
  }

  @Test
  void tradesAtTheMakersPriceAndNamesBothSides() {
    sell(bob, order("10", 5));
    JsonNode trade = buy(alice, order("10", 8)).path("trades").get(0);
    JsonNode makers =
        bob.result("private/get_user_trades_by_currency", Json.object().put("currency", "ETH"));

    assertThat(trade.path("price").decimalValue()).isEqualByComparingTo(exchange.perp(5));
    assertThat(trade.path("liquidity").asText()).isEqualTo("T");
    assertThat(trade.path("direction").asText()).isEqualTo("buy");
    assertThat(makers.path("trades").get(0).path("direction").asText()).isEqualTo("sell");
    assertThat(makers.path("trades").get(0).path("liquidity").asText()).isEqualTo("M");
    assertThat(makers.path("trades").get(0).path("trade_id")).isEqualTo(trade.path("trade_id"));
  }

  @Test
  void cancelsWhatAnImmediateOrderDoesNotFind() {
    sell(bob, order("10", 5));
    JsonNode order =
        buy(alice, order("25", 5).put("time_in_force", "immediate_or_cancel")).path("order");

    assertThat(order.path("order_state").asText()).isEqualTo("cancelled");
    assertThat(order.path("filled_amount").asInt()).isEqualTo(10);
  }

  @Test
  void answersAnImmediateOrderThatFindsNothing() {
    JsonNode done = buy(alice, order("25", 5).put("time_in_force", "immediate_or_cancel"));

    assertThat(done.path("order").path("order_state").asText()).isEqualTo("cancelled");
    assertThat(done.path("trades")).isEmpty();
  }

  @Test
  void fillsAllOrNothing() {
    sell(bob, order("10", 5));
    JsonNode tooMuch =
        buy(alice, order("11", 5).put("time_in_force", "fill_or_kill")).path("order");
    JsonNode enough = buy(alice, order("10", 5).put("time_in_force", "fill_or_kill")).path("order");

    assertThat(tooMuch.path("order_state").asText()).isEqualTo("cancelled");
    assertThat(tooMuch.path("filled_amount").asInt()).isZero();
    assertThat(enough.path("order_state").asText()).isEqualTo("filled");
  }

  @Test
  void runsAMarketOrderAtTheBand() {
    sell(bob, order("10", 5));
    ObjectNode market = order("30", 0).put("type", "market");
    market.remove("price");
    JsonNode order = buy(alice, market).path("order");
    JsonNode ticker = alice.result("public/ticker", Json.object().put("instrument_name", PERP));

    assertThat(order.path("price").decimalValue())
        .isEqualByComparingTo(ticker.path("max_price").decimalValue());
    assertThat(order.path("average_price").decimalValue()).isEqualByComparingTo(exchange.perp(5));
    assertThat(order.path("order_state").asText()).isEqualTo("cancelled");
  }

  @Test
  void restsAMarketLimitOrderAtItsFirstFill() {
    sell(bob, order("10", 5));
    ObjectNode market = order("30", 0).put("type", "market_limit");
    market.remove("price");
    JsonNode order = buy(alice, market).path("order");

    assertThat(order.path("order_state").asText()).isEqualTo("open");
    assertThat(order.path("price").decimalValue()).isEqualByComparingTo(exchange.perp(5));
  }

  @Test
  void movesAPostOnlyOrderOneTickInside() {
    sell(bob, order("10", 5));
    JsonNode order = buy(alice, order("10", 8).put("post_only", true)).path("order");

    assertThat(order.path("price").decimalValue())
        .isEqualByComparingTo(new BigDecimal(exchange.perp(5)).subtract(new BigDecimal("0.05")));
    assertThat(order.path("order_state").asText()).isEqualTo("open");
  }

  @Test
  void endsAGoodTilDayOrderAtEight() {
    JsonNode order = buy(alice, order("10", -5).put("time_in_force", "good_til_day")).path("order");
    alice.subscribe("platform_state");
    exchange.turn(Duration.ofHours(20));

    JsonNode ended = exchange.alice().result("private/get_order_state", Exchange.orderId(order));
    assertThat(ended.path("order_state").asText()).isEqualTo("cancelled");
    assertThat(ended.path("cancel_reason").asText()).isEqualTo("settlement");
  }

  @Test
  void cutsAReduceOnlyOrderToThePosition() {
    sell(bob, order("10", 5));
    buy(alice, order("10", 5));
    buy(bob, order("50", -5));
    JsonNode order = sell(alice, order("30", -5).put("reduce_only", true)).path("order");

    assertThat(order.path("order_state").asText()).isEqualTo("filled");
    assertThat(order.path("amount").asInt()).isEqualTo(10);
    assertThat(exchange.books("alice").positions()).isEmpty();
  }

  @Test
  void closesAPosition() {
    sell(bob, order("10", 5));
    buy(alice, order("10", 5));
    buy(bob, order("50", -5));
    ObjectNode params = Json.object().put("instrument_name", PERP).put("type", "market");

    assertThat(alice.result("private/close_position", params).path("order").path("order_state"))
        .hasToString("\"filled\"");
    assertThat(alice.code("private/close_position", params)).isEqualTo(11030);
  }

  @Test
  void keepsTheOldAmountSemanticsInEdits() {
    JsonNode order = sell(bob, order("30", 5)).path("order");
    buy(alice, order("10", 5));
    JsonNode edited =
        bob.result("private/edit", Exchange.orderId(order).put("amount", 15)).path("order");

    assertThat(edited.path("amount").asInt()).isEqualTo(15);
    assertThat(edited.path("filled_amount").asInt()).isEqualTo(10);
    assertThat(edited.path("replaced").asBoolean()).isTrue();
    assertThat(edited.path("order_id")).isEqualTo(order.path("order_id"));
    assertThat(bob.code("private/edit", Exchange.orderId(order).put("amount", 10)))
        .isEqualTo(-32602);
  }

  @Test
  void keepsTheQueuePlaceOnlyWhenTheAmountShrinks() {
    JsonNode shrunk = sell(bob, order("30", 5)).path("order");
    JsonNode second = sell(bob, order("30", 5)).path("order");
    bob.result("private/edit", Exchange.orderId(shrunk).put("amount", 20));
    buy(alice, order("5", 5));
    assertThat(state(bob, shrunk).path("filled_amount").asInt()).isEqualTo(5);

    bob.result("private/edit", Exchange.orderId(shrunk).put("amount", 40));
    buy(alice, order("5", 5));
    assertThat(state(bob, second).path("filled_amount").asInt()).isEqualTo(5);
  }

  @Test
  void tradesAnEditThatCrosses() {
    sell(bob, order("10", 5));
    JsonNode order = buy(alice, order("10", -5)).path("order");
    JsonNode done =
        alice.result(
            "private/edit", Exchange.orderId(order).put("price", new BigDecimal(exchange.perp(5))));

    assertThat(done.path("trades")).hasSize(1);
    assertThat(done.path("order").path("order_state").asText()).isEqualTo("filled");
    assertThat(alice.code("private/edit", Exchange.orderId(order).put("amount", 20)))
        .isEqualTo(11044);
  }

  @Test
  void cancelsARejectPostOnlyOrderWhoseEditWouldTrade() {
    sell(bob, order("10", 5));
    JsonNode order =
        buy(alice, order("10", -5).put("post_only", true).put("reject_post_only", true))
            .path("order");
    JsonNode edited =
        alice.result(
            "private/edit", Exchange.orderId(order).put("price", new BigDecimal(exchange.perp(5))));

    assertThat(edited.path("order").path("cancel_reason").asText())
        .isEqualTo("edit_post_only_reject");
  }

  @Test
  void editsByLabelOnlyWhereItIsUnique() {
    ObjectNode params =
        Json.object().put("label", "test").put("instrument_name", PERP).put("amount", 20);
    assertThat(alice.code("private/edit_by_label", params)).isEqualTo(10004);
    buy(alice, order("10", -5));
    assertThat(alice.result("private/edit_by_label", params).path("order").path("amount").asInt())
        .isEqualTo(20);
    buy(alice, order("10", -5));

    assertThat(alice.code("private/edit_by_label", params)).isEqualTo(13032);
  }

  @Test
  void cancelsOnceAndSaysWhy() {
    JsonNode order = buy(alice, order("10", -5)).path("order");
    JsonNode cancelled = alice.result("private/cancel", Exchange.orderId(order));

    assertThat(cancelled.path("cancel_reason").asText()).isEqualTo("user_request");
    assertThat(alice.error("private/cancel", Exchange.orderId(order)))
        .hasToString("{\"code\":11044,\"message\":\"not_open_order\"}");
  }

  @Test
  void tellsAMalformedIdFromAnUnknownOne() {
    assertThat(alice.error("private/cancel", Json.object().put("order_id", "x")).path("data"))
        .hasToString("{\"param\":\"order_id\",\"reason\":\"invalid_order_id\"}");
    assertThat(alice.code("private/cancel", Json.object().put("order_id", "ETH-1")))
        .isEqualTo(10004);
  }

  @Test
  void doesNotLetOthersTouchAnOrder() {
    JsonNode order = buy(alice, order("10", -5)).path("order");

    assertThat(bob.code("private/cancel", Exchange.orderId(order))).isEqualTo(10004);
  }

  @Test
  void countsWhatItCancels() {
    buy(alice, order("10", -5));
    buy(alice, order("10", -6).put("label", "other"));
    buy(alice, Exchange.order(Exchange.LINEAR, "0.1", exchange.perp(-5)));
    buy(alice, order("10", -7));

    assertThat(alice.result("private/cancel_by_label", Json.object().put("label", "other")).asInt())
        .isOne();
    assertThat(
            alice
                .result(
                    "private/cancel_all_by_instrument", Json.object().put("instrument_name", PERP))
                .asInt())
        .isEqualTo(2);
    assertThat(
            alice
                .result("private/cancel_all_by_currency", Json.object().put("currency", "ETH"))
                .asInt())
        .isZero();
    assertThat(alice.result("private/cancel_all", Json.object()).asInt()).isOne();
  }

  @Test
  void makesTwoOrdersOfOneLabel() {
    buy(alice, order("10", -5));
    buy(alice, order("10", -5));
    ObjectNode params = Json.object().put("currency", "ETH").put("label", "test");

    assertThat(alice.result("private/get_order_state_by_label", params)).hasSize(2);
    assertThat(alice.result("private/get_open_orders_by_label", params)).hasSize(2);
  }

  @Test
  void forgetsUnfilledOrdersSoon() {
    JsonNode order = buy(alice, order("10", -5)).path("order");
    alice.result("private/cancel", Exchange.orderId(order));
    exchange.clock.turn(Duration.ofSeconds(59));
    state(alice, order);
    exchange.clock.turn(Duration.ofSeconds(1));

    assertThat(alice.code("private/get_order_state", Exchange.orderId(order))).isEqualTo(10004);
  }

  @Test
  void pagesOwnTrades() {
    sell(bob, order("30", 5));
    JsonNode first = buy(alice, order("10", 5)).path("trades").get(0);
    buy(alice, order("10", 5));
    buy(alice, order("10", 5));
    ObjectNode query = Json.object().put("instrument_name", PERP).put("count", 2);

    JsonNode page =
        alice.result("private/get_user_trades_by_instrument", query.put("sorting", "asc"));
    assertThat(page.path("has_more").asBoolean()).isTrue();
    assertThat(page.path("trades").get(0)).isEqualTo(first);
    JsonNode rest =
        alice.result("private/get_user_trades_by_instrument", query.put("start_seq", 3));
    assertThat(rest.path("trades")).hasSize(1);
  }

  @Test
  void listsTradesOfAnOrderAsAnArray() {
    sell(bob, order("30", 5));
    JsonNode done = buy(alice, order("10", 5));

    assertThat(
            alice.result("private/get_user_trades_by_order", Exchange.orderId(done.path("order"))))
        .isEqualTo(done.path("trades"));
  }

  @Test
  void cancelsTheRestingOwnOrderIfToldSo() {
    JsonNode resting = sell(alice, order("10", 5)).path("order");
    alice.result("private/set_self_trading_config", Json.object().put("mode", "cancel_maker"));
    JsonNode order = buy(alice, order("10", 5)).path("order");

    assertThat(order.path("order_state").asText()).isEqualTo("open");
    assertThat(state(alice, resting).path("cancel_reason").asText()).isEqualTo("order_overlap");
  }

  @Test
  void tellsTheTickDirection() {
    sell(bob, order("10", 5));
    sell(bob, order("10", 6));
    buy(alice, order("20", 6));
    buy(bob, order("10", 4));
    JsonNode down = sell(alice, order("10", 4)).path("trades").get(0);
    JsonNode trades =
        alice.result(
            "public/get_last_trades_by_instrument", Json.object().put("instrument_name", PERP));

    assertThat(down.path("tick_direction").asInt()).isEqualTo(2);
    assertThat(trades.path("trades").get(1).path("tick_direction").asInt()).isZero();
  }
}
