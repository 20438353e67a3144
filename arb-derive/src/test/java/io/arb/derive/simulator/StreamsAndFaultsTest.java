package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.VenueRules;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions, and everything that can be made to go wrong. */
final class StreamsAndFaultsTest {
  private static final String BOOK = "orderbook.ETH-PERP.1.10";
  private static final String TICKER = "ticker_slim.ETH-PERP.100";

  private final Exchange exchange =
      new Exchange(
          DeriveProfile.V3_MAINNET,
          LiquidityProfile.makersOnly(),
          VenueRules.standard(),
          config -> config);
  private final Client alice = exchange.alice();

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  private ObjectNode channels(String... names) {
    ObjectNode params = Json.object();
    var array = params.putArray("channels");
    Set.of(names).forEach(array::add);
    return params;
  }

  private ObjectNode buy(int away) {
    return exchange.order("buy", "0.5", exchange.perp(away));
  }

  @Test
  void acknowledgesFirstThenSendsOneSnapshotOfEachPeriodicChannel() {
    alice.arrivals().clear();
    alice.subscribe(BOOK, TICKER, "spot_feed.ETH", "trades.ETH-PERP");
    alice.next("spot_feed.ETH");

    assertThat(alice.arrivals()).startsWith("reply", BOOK, TICKER, "spot_feed.ETH");
  }

  @Test
  void showsRefusedChannelsInTheStatusOnly() {
    JsonNode result =
        alice.subscribe(BOOK, "trades.spot.ETH", "orderbook.NO-PERP.1.10", "9.orders");

    assertThat(result.path("status").path(BOOK).asText()).isEqualTo("ok");
    assertThat(result.path("status").path("trades.spot.ETH").asText())
        .contains("Invalid enum value spot");
    assertThat(result.path("current_subscriptions")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orderbook.ETH-PERP.7.10", "no.such.channel", "spot_feed.XYZ"})
  void refusesARequestWhoseChannelsAreAllBad(String channel) {
    assertThat(alice.code("subscribe", channels(channel))).isEqualTo(13000);
  }

  @Test
  void namesTheSuccessorOfTheWithdrawnTicker() {
    JsonNode error = alice.error("subscribe", channels("ticker.ETH-PERP.100"));

    assertThat(error.path("code").asInt()).isEqualTo(-32602);
    assertThat(error.path("data").asText()).contains("ticker_slim");
  }

  @Test
  void refusesForeignPrivateChannels() {
    assertThat(alice.code("subscribe", channels("75723.orders"))).isEqualTo(14022);
  }

  @Test
  void publishesBooksWithGrowingIds() {
    alice.subscribe(BOOK);
    JsonNode first = alice.next(BOOK);
    JsonNode second = alice.next(BOOK);

    assertThat(second.path("publish_id").asLong() - first.path("publish_id").asLong()).isOne();
    assertThat(first.path("bids")).hasSize(8);
    assertThat(first.path("bids").get(0)).hasSize(2);
  }

  @Test
  void groupsLevelsAwayFromTheMiddle() {
    alice.subscribe("orderbook.ETH-PERP.100.10");
    JsonNode book = alice.next("orderbook.ETH-PERP.100.10");

    assertThat(book.path("bids").get(0).get(0).asText()).matches("[0-9]+");
    assertThat(book.path("asks").get(0).get(0).asText()).matches("[0-9]+");
  }

  @Test
  void stopsAfterUnsubscribe() {
    alice.subscribe(BOOK, TICKER);
    JsonNode result = alice.result("unsubscribe", channels(BOOK));

    assertThat(result.path("remaining_subscriptions")).hasToString("[\"" + TICKER + "\"]");
  }

  @Test
  void dropsAReplyButKeepsTheOrder() {
    alice.subscribe("30769.orders");
    exchange.simulator.faults().dropReply("private/order");
    var reply = alice.send("private/order", exchange.signed(buy(-10)));
    alice.next("30769.orders");

    assertThat(reply).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(ints = {9000, 9001, -32603, -32000})
  void answersAnErrorOnceInsteadOfTheTruth(int code) {
    exchange.simulator.faults().answerInstead("private/order", code);

    assertThat(alice.code("private/order", exchange.signed(buy(-10)))).isEqualTo(code);
    assertThat(exchange.venue.openOrders(Registry.account(Exchange.ALICE_SUB))).isEmpty();
    alice.result("private/order", exchange.signed(buy(-10)));
  }

  @Test
  void answersAnErrorAlthoughTheOrderWasTaken() {
    exchange.simulator.faults().answerAfterwards("private/order", 9000);

    assertThat(alice.code("private/order", exchange.signed(buy(-10)))).isEqualTo(9000);
    assertThat(exchange.venue.openOrders(Registry.account(Exchange.ALICE_SUB))).hasSize(1);
  }

  @Test
  void fillsOnlyWhatItIsTold() {
    exchange.simulator.faults().fillOnly(Quantity.of("0.2"));

    JsonNode order =
        alice
            .result("private/order", exchange.signed(buy(5).put("time_in_force", "ioc")))
            .path("order");

    assertThat(order.path("filled_amount").asText()).isEqualTo("0.2");
    assertThat(order.path("amount").asText()).isEqualTo("0.5");
    assertThat(order.path("cancel_reason").asText()).isEqualTo("ioc_or_market_partial_fill");
  }

  @Test
  void refusesAChosenPostOnlyOrder() {
    exchange.simulator.faults().refusePostOnly("test");

    assertThat(
            alice.code(
                "private/order", exchange.signed(buy(-10).put("time_in_force", "post_only"))))
        .isEqualTo(11008);
  }

  @Test
  void showsEmptySidesZeroPricesAndOldTickers() {
    DeriveFaults faults = exchange.simulator.faults();
    faults.emptyBookSides(Set.of(Side.SELL));
    faults.zeroBestPrices(true);
    faults.ageTickers(Duration.ofSeconds(10));
    faults.skipPublishIds(5);
    alice.subscribe(BOOK, TICKER);

    JsonNode book = alice.next(BOOK);
    JsonNode ticker = alice.next(TICKER).path("instrument_ticker");

    assertThat(book.path("asks")).isEmpty();
    assertThat(book.path("publish_id").asLong()).isEqualTo(6);
    assertThat(ticker.path("a").asText()).isEqualTo("0");
    assertThat(ticker.path("t").asLong()).isEqualTo(Exchange.START.toEpochMilli() - 10_000);
  }

  @Test
  void crossesBooks() {
    exchange.simulator.faults().crossBooks(true);
    alice.subscribe(BOOK);

    JsonNode book = alice.next(BOOK);

    BigDecimal bid = new BigDecimal(book.path("bids").path(0).path(0).asText());
    BigDecimal ask = new BigDecimal(book.path("asks").path(0).path(0).asText());
    assertThat(bid).isEqualByComparingTo(ask.add(new BigDecimal("0.01")));
  }

  @Test
  void sendsNotificationsTwice() {
    alice.subscribe("30769.orders");
    exchange.simulator.faults().duplicateNotifications(true);
    alice.result("private/order", exchange.signed(buy(-10)));

    assertThat(alice.next("30769.orders")).isEqualTo(alice.next("30769.orders"));
  }

  @Test
  void killsSocketsWithoutACloseFrame() {
    exchange.simulator.killConnections();

    assertThat(alice.closed()).isNotEmpty();
    exchange.alice().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"id\":1}",
        "{\"id\":[1],\"method\":\"public/get_time\"}",
        "{\"id\":1,\"method\":7}",
        "{\"id\":1,\"method\":\"public/get_time\",\"params\":[1]}",
        "{\"id\":1,\"method\":\"public/login\",\"params\":{\"wallet\":\"0x\"}}",
        "{\"id\":1,\"method\":\"private/order\",\"params\":{\"amount\":{}}}",
        "{\"id\":1,\"id\":2,\"method\":\"x\"}"
      })
  void survivesHostileFrames(String frame) {
    alice.raw(frame);

    assertThat(alice.text()).contains("\"error\"");
    assertThat(alice.result("public/get_time", Json.object()).isIntegralNumber()).isTrue();
  }

  @Test
  void answersTextPings() {
    alice.raw("ping");

    assertThat(alice.text()).isEqualTo("pong");
  }

  @Test
  void limitsRequestsPerWindowAndSaysHowLongToWait() {
    try (Exchange limited =
            Exchange.quiet(
                DeriveProfile.V2_MAINNET,
                config -> config.withLimits(new RateTier(2, 100, 1, 5, 1, 4)));
        Client client = limited.alice()) {
      client.result(
          "private/order", limited.signed(limited.order("buy", "0.5", limited.perp(-10))));
      client.result(
          "private/order", limited.signed(limited.order("buy", "0.5", limited.perp(-11))));
      JsonNode error =
          client.error(
              "private/order", limited.signed(limited.order("buy", "0.5", limited.perp(-12))));

      assertThat(error.path("code").asInt()).isEqualTo(-32000);
      assertThat(error.path("data").asText()).isEqualTo("Retry after 5000 ms");
      limited.clock.turn(Duration.ofSeconds(5));
      client.result(
          "private/order", limited.signed(limited.order("buy", "0.5", limited.perp(-12))));
    }
  }
}
