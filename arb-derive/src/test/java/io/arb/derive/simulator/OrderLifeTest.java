package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of orders that were taken. */
final class OrderLifeTest {
  private final Exchange exchange = Exchange.quiet(DeriveProfile.V3_MAINNET);
  private final Client alice = exchange.alice();
  private final Client bob = exchange.bob();

  @AfterEach
  void close() {
    alice.close();
    bob.close();
    exchange.close();
  }

  private ObjectNode buy(String amount, int away) {
    return exchange.order("buy", amount, exchange.perp(away));
  }

  private ObjectNode sell(String amount, int away) {
    return exchange.order("sell", amount, exchange.perp(away));
  }

  private JsonNode rest(ObjectNode order) {
    return alice.result("private/order", exchange.signed(order)).path("order");
  }

  @Test
  void restsWhatDoesNotCross() {
    ObjectNode sent = buy("0.5", -10);
    JsonNode order = rest(sent);

    assertThat(order.path("order_status").asText()).isEqualTo("open");
    assertThat(order.path("nonce")).isEqualTo(sent.path("nonce"));
    assertThat(alice.result("private/get_open_orders", Exchange.sub()).path("orders"))
        .hasSize(1)
        .first()
        .isEqualTo(order);
  }

  @Test
  void tellsTheReplyThenOrdersTradesAndBalances() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));
    alice.subscribe("30769.orders", "30769.trades", "30769.balances");
    alice.arrivals().clear();

    JsonNode result = alice.result("private/order", exchange.signed(buy("0.4", 1)));
    alice.next("30769.balances");

    assertThat(alice.arrivals())
        .containsExactly("reply", "30769.orders", "30769.trades", "30769.balances");
    assertThat(result.path("order").path("order_status").asText()).isEqualTo("filled");
    assertThat(result.path("trades")).hasSize(1);
    assertThat(result.path("trades").get(0).has("op_uuid")).isTrue();
    assertThat(result.path("trades").get(0).path("batch_status").isNull()).isTrue();
  }

  @Test
  void tellsTheMakerToo() {
    bob.subscribe("75723.orders", "75723.trades");
    bob.result("private/order", exchange.bobs(sell("1", 0)));
    alice.result("private/order", exchange.signed(buy("0.4", 1)));

    JsonNode order =
        bob.next("75723.orders", data -> data.get(0).path("filled_amount").asText().equals("0.4"))
            .get(0);
    JsonNode trade = bob.next("75723.trades").get(0);

    assertThat(order.path("order_status").asText()).isEqualTo("open");
    assertThat(trade.path("liquidity_role").asText()).isEqualTo("maker");
    assertThat(trade.path("trade_amount").asText()).isEqualTo("0.4");
  }

  @Test
  void cancelsTheRestOfAnImmediateOrder() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));

    JsonNode order = rest(buy("3", 1).put("time_in_force", "ioc"));

    assertThat(order.path("order_status").asText()).isEqualTo("cancelled");
    assertThat(order.path("cancel_reason").asText()).isEqualTo("ioc_or_market_partial_fill");
    assertThat(order.path("filled_amount").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"ioc, limit, 1, 11009", "fok, limit, 3, 11014", "gtc, market, 1, 11009"})
  void refusesWhatFindsTooLittle(String lifetime, String type, String amount, int code) {
    bob.result("private/order", exchange.bobs(sell("2", 5)));
    int away = code == 11014 ? 6 : 1;

    assertThat(
            alice.code(
                "private/order",
                exchange.signed(
                    buy(amount, away).put("time_in_force", lifetime).put("order_type", type))))
        .isEqualTo(code);
    assertThat(alice.result("private/get_order_history", Exchange.sub()).path("orders")).isEmpty();
  }

  @Test
  void refusesAPostOnlyOrderThatWouldTrade() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));

    assertThat(
            alice.code(
                "private/order", exchange.signed(buy("1", 1).put("time_in_force", "post_only"))))
        .isEqualTo(11008);
  }

  @Test
  void movesAPostOnlyOrderThatAllowsIt() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));
    ObjectNode order = buy("1", 1).put("time_in_force", "post_only").put("reject_post_only", false);

    JsonNode placed = rest(order);

    assertThat(placed.path("signed_limit_price").asText()).isEqualTo(exchange.perp(1));
    assertThat(placed.path("order_status").asText()).isEqualTo("open");
  }

  @Test
  void refusesToCrossAnOwnOrder() {
    rest(buy("1", 0));

    assertThat(alice.code("private/order", exchange.signed(sell("1", -1)))).isEqualTo(11007);
  }

  @Test
  void namesTheBandToAnOrderThatWouldTradeBeyondIt() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));

    JsonNode error = alice.error("private/order", exchange.signed(buy("1", 500)));

    assertThat(error.path("code").asInt()).isEqualTo(11013);
    assertThat(error.path("data").path("limit").asText()).isEqualTo(exchange.perp(500));
    assertThat(error.path("data").has("bandwidth")).isTrue();
  }

  @Test
  void refusesAReducingOrderWithoutAPosition() {
    assertThat(
            alice.code(
                "private/order",
                exchange.signed(buy("1", 1).put("time_in_force", "ioc").put("reduce_only", true))))
        .isEqualTo(11025);
  }

  @Test
  void takesANonceOnce() {
    ObjectNode order = exchange.signed(buy("0.5", -10));
    alice.result("private/order", order);

    assertThat(alice.code("private/order", order)).isEqualTo(11017);
  }

  @Test
  void wantsTheNonceOfV3AsAString() {
    ObjectNode order = exchange.signed(buy("0.5", -10));
    order.put("nonce", Long.parseLong(order.path("nonce").asText()));

    assertThat(alice.code("private/order", order)).isEqualTo(-32602);
  }

  @Test
  void expiresAnOrderWithItsSignature() {
    alice.subscribe("30769.orders");
    rest(buy("0.5", -10));
    exchange.clock.turn(Duration.ofHours(1));
    exchange.venue.advance(exchange.clock.instant());

    alice.next("30769.orders", data -> data.get(0).path("order_status").asText().equals("expired"));
  }

  private ObjectNode replacing(JsonNode order, ObjectNode next) {
    return exchange
        .signed(next)
        .put("order_id_to_cancel", order.path("order_id").asText())
        .put("expected_filled_amount", "0");
  }

  @Test
  void replacesInOneStep() {
    JsonNode old = rest(buy("0.5", -10));

    JsonNode result = alice.result("private/replace", replacing(old, buy("0.6", -9)));

    assertThat(result.path("cancelled_order").path("order_status").asText()).isEqualTo("cancelled");
    assertThat(result.path("order").path("replaced_order_id")).isEqualTo(old.path("order_id"));
    assertThat(result.path("create_order_error").isNull()).isTrue();
  }

  @Test
  void leavesTheOldOrderCancelledWhenTheNewOneIsRefused() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));
    JsonNode old = rest(buy("0.5", -10));

    JsonNode result =
        alice.result(
            "private/replace", replacing(old, buy("0.6", 1).put("time_in_force", "post_only")));

    assertThat(result.path("create_order_error").path("code").asInt()).isEqualTo(11008);
    assertThat(result.path("order").isNull()).isTrue();
    assertThat(exchange.simulator.books().subaccount(Exchange.ALICE_SUB).openOrders()).isEmpty();
  }

  @Test
  void keepsTheOldOrderWhenItsFillsAreNotAsExpected() {
    JsonNode old = rest(buy("0.5", -10));
    ObjectNode next = replacing(old, buy("0.6", -9)).put("expected_filled_amount", "0.1");

    assertThat(alice.code("private/replace", next)).isEqualTo(11028);
    assertThat(exchange.simulator.books().subaccount(Exchange.ALICE_SUB).openOrders()).hasSize(1);
  }

  private static ObjectNode cancelOf(JsonNode order) {
    return Exchange.sub()
        .put("instrument_name", "ETH-PERP")
        .put("order_id", order.path("order_id").asText());
  }

  @Test
  void saysWhyAnOrderCannotBeCancelled() {
    JsonNode order = rest(buy("0.5", -10));
    JsonNode cancelled = alice.result("private/cancel", cancelOf(order));

    assertThat(cancelled.path("cancel_reason").asText()).isEqualTo("user_request");
    assertThat(alice.code("private/cancel", cancelOf(order))).isEqualTo(11003);
    assertThat(
            alice.code("private/cancel", cancelOf(Json.object().put("order_id", "no-such-order"))))
        .isEqualTo(11006);
  }

  @Test
  void burnsANonceThatIsCancelledBeforeItsOrderComes() {
    ObjectNode order = exchange.signed(buy("0.5", -10));
    ObjectNode cancel =
        Exchange.sub()
            .put("instrument_name", "ETH-PERP")
            .put("nonce", order.path("nonce").asText());

    assertThat(alice.result("private/cancel_by_nonce", cancel).path("cancelled_orders").asInt())
        .isZero();
    assertThat(alice.code("private/order", order)).isEqualTo(11017);
  }

  @ParameterizedTest
  @CsvSource({
    "cancel_by_nonce, '{\"cancelled_orders\":1}'",
    "cancel_by_label, '{\"cancelled_orders\":1}'",
    "cancel_by_instrument, '{\"cancelled_orders\":1}'",
    "cancel_all, '\"ok\"'"
  })
  void cancelsInManyWays(String method, String answer) {
    ObjectNode order = exchange.signed(buy("0.5", -10));
    alice.result("private/order", order);
    ObjectNode params =
        Exchange.sub()
            .put("instrument_name", "ETH-PERP")
            .put("label", "test")
            .put("nonce", order.path("nonce").asText());

    assertThat(alice.result("private/" + method, params)).hasToString(answer);
    assertThat(exchange.venue.openOrders(Registry.account(Exchange.ALICE_SUB))).isEmpty();
  }

  @Test
  void cancelsAllOnTheEndOfALoggedInConnection() {
    bob.subscribe("trades.ETH-PERP");
    alice.subscribe("30769.orders");
    rest(buy("0.5", -10));
    Client second = exchange.alice();
    second.result(
        "private/set_cancel_on_disconnect",
        Json.object().put("wallet", Exchange.ALICE.address().hex()).put("enabled", true));
    second.close();

    alice.next(
        "30769.orders",
        data -> data.get(0).path("cancel_reason").asText().equals("cancel_on_disconnect"));
  }

  @Test
  void pagesHistoriesAndAnswersTheLastPageBeyondTheEnd() {
    List.of(-10, -11, -12).forEach(away -> rest(buy("0.5", away)));

    JsonNode page =
        alice.result(
            "private/get_order_history", Exchange.sub().put("page", 9).put("page_size", 2));

    assertThat(page.path("orders")).hasSize(1);
    assertThat(page.path("pagination")).hasToString("{\"count\":3,\"num_pages\":2}");
  }

  @Test
  void keepsAccountsThatAgreeWithTheBooks() {
    bob.result("private/order", exchange.bobs(sell("1", 0)));
    alice.result("private/order", exchange.signed(buy("0.4", 1)));

    JsonNode account = alice.result("private/get_subaccount", Exchange.sub());
    DeriveBooks books = exchange.simulator.books();

    assertThat(account.path("positions").get(0).path("amount").asText()).isEqualTo("0.4");
    assertThat(books.subaccount(Exchange.ALICE_SUB).fills()).isEqualTo(1);
    assertThat(books.subaccount(Exchange.BOB_SUB).positions().values())
        .containsExactly(Quantity.of("-0.4"));
    assertThat(books.requests()).containsEntry("private/order", 2L);
  }
}
