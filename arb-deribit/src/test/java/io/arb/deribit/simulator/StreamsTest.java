package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Subscriptions, tickers, indices and private channels. */
@Execution(ExecutionMode.CONCURRENT)
final class StreamsTest {
  private static final String TICKER = "ticker." + PERP + ".100ms";

  private final Exchange exchange = Exchange.quoted();
  private final Client alice = exchange.alice();

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  private JsonNode ticker(String name) {
    return alice.result("public/ticker", Json.object().put("instrument_name", name));
  }

  private ObjectNode buy(int away) {
    return Exchange.order(PERP, "10", exchange.perp(away));
  }

  @Test
  void leavesBadChannelsOutWithoutAnError() {
    JsonNode channels =
        alice.subscribe(
            TICKER,
            "ticker." + PERP + ".7ms",
            "book.NO-PERPETUAL.raw",
            "book." + PERP + ".x.3.100ms");

    assertThat(channels).hasToString("[\"" + TICKER + "\"]");
    assertThat(alice.subscribe("no.such.channel")).isEmpty();
  }

  @Test
  void failsTheWholeCallForARawChannelWithoutLogin() {
    try (Client stranger = exchange.connect()) {
      assertThat(
              stranger.code("public/subscribe", Client.channels(TICKER, "ticker." + PERP + ".raw")))
          .isEqualTo(13778);
      assertThat(stranger.result("public/unsubscribe", Client.channels(TICKER))).isEmpty();
      assertThat(stranger.code("private/subscribe", Client.channels(TICKER))).isEqualTo(13009);
    }
  }

  @Test
  void sendsATickerAtLeastEveryFiveSeconds() {
    alice.subscribe(TICKER);
    JsonNode first = alice.next(TICKER);
    exchange.turn(Duration.ofSeconds(5));
    JsonNode second =
        alice.next(TICKER, data -> !data.path("timestamp").equals(first.path("timestamp")));

    assertThat(second.path("timestamp").asLong() - first.path("timestamp").asLong())
        .isEqualTo(5_000);
  }

  @Test
  void sendsTheIndexEachSecond() {
    String channel = "deribit_price_index.eth_usd";
    alice.subscribe(channel);
    JsonNode first = alice.next(channel);
    exchange.turn(Duration.ofSeconds(1));
    JsonNode second =
        alice.next(
            channel, data -> data.path("timestamp").asLong() > first.path("timestamp").asLong());

    assertThat(first.path("price").decimalValue())
        .isEqualByComparingTo(exchange.market.index(Exchange.START).usd().setScale(2));
    assertThat(second.path("index_name").asText()).isEqualTo("eth_usd");
  }

  @Test
  void pricesInverseOptionsInCoinAndLinearOnesInDollars() {
    Product inverse = exchange.option(Flavour.INVERSE);
    Product linear = exchange.option(Flavour.LINEAR);
    JsonNode coin = ticker(inverse.name());
    JsonNode usdc = ticker(linear.name());
    double forward = coin.path("underlying_price").asDouble();

    assertThat(usdc.path("mark_price").asDouble() / coin.path("mark_price").asDouble())
        .isCloseTo(forward, Percentage.withPercentage(0.5));
    assertThat(coin.path("mark_iv").asDouble()).isBetween(5.0, 300.0);
    assertThat(coin.path("greeks").path("delta")).isEqualTo(usdc.path("greeks").path("delta"));
  }

  @Test
  void quotesOptionsOnTheirGridAroundTheMark() {
    Product option = exchange.option(Flavour.INVERSE);
    JsonNode book =
        alice.result(
            "public/get_order_book",
            Json.object().put("instrument_name", option.name()).put("depth", 5));
    PriceGrid grid = option.terms().grid();

    assertThat(book.path("bids")).hasSize(5);
    assertThat(book.path("asks"))
        .allSatisfy(level -> assertThat(grid.fits(level.get(0).decimalValue())).isTrue());
    assertThat(book.path("best_bid_price").decimalValue()).isLessThan(exchange.mark(option));
    assertThat(book.path("best_ask_price").decimalValue()).isGreaterThan(exchange.mark(option));
  }

  @Test
  void showsAnEmptySideAsNullOrZero() {
    try (Exchange empty = Exchange.quiet();
        Client client = empty.alice()) {
      ObjectNode params = Json.object().put("instrument_name", PERP);
      assertThat(client.result("public/ticker", params).path("best_bid_price").isNull()).isTrue();
      empty.simulator.faults().zeroBestPrices(true);

      assertThat(client.result("public/ticker", params).path("best_bid_price").asInt(-1)).isZero();
    }
  }

  @Test
  void listsInstrumentsByTheirSettlementCurrency() {
    JsonNode linear = alice.result("public/get_instruments", Json.object().put("currency", "USDC"));
    JsonNode perpetual =
        alice.result("public/get_instrument", Json.object().put("instrument_name", PERP));

    assertThat(linear)
        .isNotEmpty()
        .allSatisfy(
            instrument -> {
              assertThat(instrument.path("instrument_type").asText()).isEqualTo("linear");
              assertThat(instrument.path("price_index").asText()).isEqualTo("eth_usdc");
            });
    assertThat(perpetual.path("quote_currency").asText()).isEqualTo("USD");
    assertThat(perpetual.path("expiration_timestamp").asLong()).isEqualTo(32_503_708_800_000L);
    assertThat(alice.code("public/get_instruments", Json.object().put("currency", "XYZ")))
        .isEqualTo(-32602);
  }

  @Test
  void sendsOneFrameOfChangesForAFill() {
    String channel = "user.changes.any.any.raw";
    alice.subscribe(channel);
    alice.result("private/buy", buy(10).put("time_in_force", "immediate_or_cancel"));
    JsonNode changes = alice.next(channel);

    assertThat(changes.path("instrument_name").asText()).isEqualTo(PERP);
    assertThat(changes.path("orders").get(0).path("order_state").asText()).isEqualTo("filled");
    assertThat(changes.path("trades").get(0).path("amount").asInt()).isEqualTo(10);
    assertThat(changes.path("positions").get(0).path("size").asInt()).isEqualTo(10);
  }

  @Test
  void sendsRawOrdersOneByOneAndOthersAsArrays() {
    String raw = "user.orders." + PERP + ".raw";
    String fast = "user.orders.future.ETH.100ms";
    alice.subscribe(raw, fast);
    alice.result("private/buy", buy(-5));
    alice.result("private/buy", buy(-6));
    exchange.turn(Duration.ofMillis(100));

    assertThat(alice.next(raw).isObject()).isTrue();
    JsonNode array = alice.next(fast);
    assertThat(array.isArray()).isTrue();
    assertThat(array).hasSize(2);
  }

  @Test
  void sendsTradesAsArraysAlways() {
    String own = "user.trades.any.any.raw";
    String everybody = "trades." + PERP + ".raw";
    alice.subscribe(own, everybody);
    alice.result("private/buy", buy(10));
    JsonNode trades = alice.next(own);

    assertThat(trades.get(0).path("liquidity").asText()).isEqualTo("T");
    assertThat(trades.get(0).path("fee_currency").asText()).isEqualTo("ETH");
  }

  @Test
  void answersBeforeItTellsOrAfterOnDemand() {
    String channel = "user.orders.any.any.raw";
    try (Exchange early =
            Exchange.quiet(c -> c.withNotifications(NotificationOrder.BEFORE_THE_ANSWER));
        Client client = early.alice()) {
      client.subscribe(channel);
      alice.subscribe(channel);
      alice.arrivals().clear();
      client.arrivals().clear();
      client.result("private/buy", Exchange.order(PERP, "10", early.perp(-5)));
      alice.result("private/buy", buy(-5));
      alice.next(channel);

      assertThat(client.arrivals()).containsExactly(channel, "reply");
      assertThat(alice.arrivals()).containsExactly("reply", channel);
    }
  }

  @Test
  void reordersAnswersOfDifferentQueues() {
    exchange.simulator.faults().delayAnswers(DeribitFaults.Queue.MATCHING, Duration.ofSeconds(1));
    var slow = alice.send("private/buy", buy(-5));
    alice.result("private/get_open_orders", Json.object());

    assertThat(slow).isNotDone();
    assertThat(Waiting.on(slow).has("result")).isTrue();
  }

  @Test
  void putsTheLabelOfASubscriptionOnItsFrames() {
    alice.result("private/subscribe", Client.channels("user.portfolio.ETH").put("label", "mine"));
    alice.result("private/buy", buy(10));
    JsonNode portfolio = alice.next("user.portfolio.eth");

    assertThat(portfolio.path("currency").asText()).isEqualTo("ETH");
  }

  @Test
  void writesNumbersInTheFormThatIsSwitchedOn() {
    JsonNode plain = ticker(PERP);
    exchange.simulator.faults().writeNumbers(NumberForm.EXPONENT);
    JsonNode exponent = ticker(PERP);

    assertThat(exponent.path("index_price").decimalValue())
        .isEqualByComparingTo(plain.path("index_price").decimalValue());
    assertThat(new Numbers(() -> NumberForm.EXPONENT).text(new BigDecimal("64000")))
        .isEqualTo("6.4e4");
    assertThat(new Numbers(() -> NumberForm.POINT).text(new BigDecimal("64000")))
        .isEqualTo("64000.0");
    assertThat(new Numbers(() -> NumberForm.PLAIN).text(new BigDecimal("0.02250")))
        .isEqualTo("0.0225");
  }

  @Test
  void sendsWindowsWhole() {
    String channel = "book." + PERP + ".none.10.100ms";
    alice.subscribe(channel);
    JsonNode window = alice.next(channel);

    assertThat(window.path("bids")).hasSize(8);
    assertThat(window.path("bids").get(0)).hasSize(2);
    assertThat(window.has("type")).isFalse();
  }

  @Test
  void summarisesACurrencyInOneCall() {
    JsonNode rows =
        alice.result(
            "public/get_book_summary_by_currency",
            Json.object().put("currency", "ETH").put("kind", "option"));

    assertThat(rows).isNotEmpty();
    assertThat(rows).allSatisfy(row -> assertThat(row.has("mark_iv")).isTrue());
    assertThat(
            alice.code("public/get_book_summary_by_currency", Json.object().put("currency", "any")))
        .isEqualTo(-32602);
  }
}
