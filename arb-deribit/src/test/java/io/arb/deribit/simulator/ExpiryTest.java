package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Option;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The daily settlement, the last half hour and delivery. */
@Execution(ExecutionMode.CONCURRENT)
final class ExpiryTest {
  private static final BigDecimal AMOUNT = new BigDecimal("5");

  private final Exchange exchange = Exchange.quoted();
  private final Client alice = exchange.alice();
  private final Product call = deepCall();
  private final Instant expiry = call.expiry().orElseThrow();

  /** The deepest call in the money of the next expiry that makers bid for. */
  private Product deepCall() {
    BigDecimal index = exchange.market.index(Exchange.START).usd();
    return new Listing(exchange.market, Exchange.START)
        .all().stream()
            .filter(product -> product.isOption() && product.isInverse())
            .filter(product -> product.name().endsWith("-C"))
            .filter(product -> product.option().orElseThrow().strike().usd().compareTo(index) < 0)
            .findFirst()
            .orElseThrow();
  }

  @BeforeEach
  void hold() {
    JsonNode done =
        alice.result(
            "private/buy", Exchange.ioc(call.name(), AMOUNT.toString(), exchange.option(call, 10)));
    assertThat(done.path("order").path("filled_amount").asInt()).isEqualTo(5);
    alice.subscribe("user.changes.any.any.raw", "instrument.state.option.ETH");
  }

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  /** Turns to an instant; a login lasts for 15 minutes only, so the caller logs in again. */
  private Client at(Instant when) {
    exchange.turn(Duration.between(exchange.clock.instant(), when));
    return exchange.alice();
  }

  private static JsonNode summary(Client client) {
    return client.result("private/get_account_summary", Json.object().put("currency", "ETH"));
  }

  @Test
  void scalesTheDeltaDownInTheLastHalfHour() {
    try (Client before = at(expiry.minus(Duration.ofMinutes(30)));
        Client later = at(expiry.minus(Duration.ofMinutes(15)))) {
      assertThat(before).isNotNull();
      JsonNode summary = summary(later);
      JsonNode ticker =
          later.result("public/ticker", Json.object().put("instrument_name", call.name()));
      BigDecimal delta = ticker.path("greeks").path("delta").decimalValue();
      BigDecimal half = AMOUNT.multiply(delta).divide(BigDecimal.TWO);

      assertThat(summary.path("options_delta").decimalValue()).isEqualByComparingTo(half);
      assertThat(summary.path("delta_total").decimalValue())
          .isCloseTo(
              half.subtract(summary.path("options_value").decimalValue().divide(BigDecimal.TWO)),
              within(new BigDecimal("0.00000002")));
    }
  }

  @Test
  void deliversInCoinAtTheAveragedIndex() {
    BigDecimal before = exchange.books("alice").cash().getOrDefault("ETH", BigDecimal.ZERO);
    try (Client client = at(expiry)) {
      BigDecimal price = new Valuation(exchange.market).delivery(expiry);
      Option option = call.option().orElseThrow();
      BigDecimal payoff =
          price.subtract(option.strike().usd()).divide(price, MathContext.DECIMAL128);
      BigDecimal fee = Fees.delivery(call, AMOUNT, payoff, price);

      assertThat(exchange.books("alice").cash().get("ETH"))
          .isEqualByComparingTo(before.add(Coins.round(payoff.multiply(AMOUNT))).subtract(fee));
      assertThat(exchange.books("alice").positions()).isEmpty();
      JsonNode prices =
          client.result("public/get_delivery_prices", Json.object().put("index_name", "eth_usd"));
      assertThat(prices.path("data").get(0).path("delivery_price").decimalValue())
          .isEqualByComparingTo(price);
    }
  }

  @Test
  void tellsThatThePositionIsGoneAndTheInstrumentDelivered() {
    exchange.turn(Duration.between(exchange.clock.instant(), expiry));
    JsonNode gone =
        alice.next(
            "user.changes.any.any.raw",
            data -> data.path("instrument_name").asText().equals(call.name()));
    JsonNode state =
        alice.next(
            "instrument.state.option.ETH",
            data -> data.path("instrument_name").asText().equals(call.name()));

    assertThat(gone.path("positions").get(0).path("direction").asText()).isEqualTo("zero");
    assertThat(state.path("state").asText()).isEqualTo("delivered");
  }

  @Test
  void cancelsOrdersAndTakesNoMore() {
    JsonNode resting =
        alice
            .result("private/buy", Exchange.order(call.name(), "1", exchange.option(call, -10)))
            .path("order");
    try (Client client = at(expiry)) {
      JsonNode ended = client.result("private/get_order_state", Exchange.orderId(resting));

      assertThat(ended.path("cancel_reason").asText()).isEqualTo("settlement");
      assertThat(client.code("private/buy", Exchange.order(call.name(), "1", "0.01")))
          .isEqualTo(10012);
      assertThat(client.subscribe("book." + call.name() + ".100ms")).isEmpty();
      assertThat(
              client
                  .result(
                      "public/get_instrument", Json.object().put("instrument_name", call.name()))
                  .path("is_active")
                  .asBoolean())
          .isFalse();
    }
  }

  @Test
  void movesTheSessionsProfitIntoTheBalance() {
    alice.result("private/sell", Exchange.ioc(PERP, "5000", exchange.perp(-5)));
    try (Client client = at(expiry)) {
      JsonNode summary = summary(client);

      assertThat(summary.path("futures_session_upl").decimalValue()).isZero();
      assertThat(summary.path("futures_session_rpl").decimalValue()).isZero();
      assertThat(summary.path("equity").decimalValue())
          .isEqualByComparingTo(summary.path("balance").decimalValue());
    }
  }
}
