package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Exchange.PERP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Positions, balances, deltas, margins and fees. */
@Execution(ExecutionMode.CONCURRENT)
final class AccountTest {
  private static final BigDecimal ROUNDING = new BigDecimal("0.00000003");

  private final Exchange exchange = Exchange.quoted();
  private final Client alice = exchange.alice();

  @AfterEach
  void close() {
    alice.close();
    exchange.close();
  }

  private JsonNode summary(String currency) {
    return alice.result("private/get_account_summary", Json.object().put("currency", currency));
  }

  private JsonNode position(String name) {
    return alice.result("private/get_position", Json.object().put("instrument_name", name));
  }

  private static BigDecimal decimal(JsonNode node, String name) {
    return node.path(name).decimalValue();
  }

  private JsonNode trade(String method, ObjectNode order) {
    JsonNode done = alice.result(method, order);
    assertThat(done.path("trades")).isNotEmpty();
    return done;
  }

  private void buyOption(Product option, String amount) {
    var unused =
        trade("private/buy", Exchange.ioc(option.name(), amount, exchange.option(option, 4)));
  }

  @Test
  void countsAnInversePerpetualInDollarsAndItsDeltaInCoin() {
    trade("private/sell", Exchange.ioc(PERP, "5000", exchange.perp(-5)));
    JsonNode position = position(PERP);
    BigDecimal mark = decimal(position, "mark_price");

    assertThat(position.path("direction").asText()).isEqualTo("sell");
    assertThat(decimal(position, "size")).isEqualByComparingTo("-5000");
    assertThat(decimal(position, "size_currency").multiply(mark))
        .isCloseTo(new BigDecimal("-5000"), within(new BigDecimal("0.001")));
    assertThat(decimal(position, "delta")).isEqualByComparingTo(decimal(position, "size_currency"));
  }

  @Test
  void chargesFeesInCoinAtEightDecimals() {
    JsonNode trade =
        trade("private/buy", Exchange.ioc(PERP, "100", exchange.perp(5))).path("trades").get(0);
    BigDecimal fee =
        new BigDecimal("0.00035")
            .multiply(BigDecimal.valueOf(100))
            .divide(decimal(trade, "price"), 8, RoundingMode.HALF_EVEN);

    assertThat(decimal(trade, "fee")).isEqualByComparingTo(fee);
    assertThat(exchange.books("alice").fees().get("ETH")).isEqualByComparingTo(fee);
    assertThat(decimal(summary("ETH"), "futures_session_rpl")).isEqualByComparingTo(fee.negate());
  }

  @Test
  void paysForInverseOptionsInCoin() {
    Product option = exchange.option(Flavour.INVERSE);
    JsonNode trade =
        trade("private/buy", Exchange.ioc(option.name(), "2", exchange.option(option, 4)))
            .path("trades")
            .get(0);
    BigDecimal paid =
        decimal(trade, "price").multiply(decimal(trade, "amount")).add(decimal(trade, "fee"));

    assertThat(decimal(summary("ETH"), "balance"))
        .isEqualByComparingTo(BigDecimal.valueOf(100).subtract(paid));
    assertThat(decimal(summary("USDC"), "balance")).isEqualByComparingTo("200000");
    assertThat(trade.path("iv").asDouble()).isPositive();
  }

  @Test
  void addsUpTheIdentitiesOfAnAccount() {
    buyOption(exchange.option(Flavour.INVERSE), "5");
    trade("private/sell", Exchange.ioc(PERP, "3000", exchange.perp(-5)));
    JsonNode summary = summary("ETH");
    BigDecimal futures = decimal(position(PERP), "size_currency");

    assertThat(decimal(summary, "delta_total"))
        .isCloseTo(
            futures
                .add(decimal(summary, "options_delta"))
                .subtract(decimal(summary, "options_value")),
            within(ROUNDING));
    assertThat(decimal(summary.path("delta_total_map"), "eth_usd"))
        .isCloseTo(futures.add(decimal(summary, "options_delta")), within(ROUNDING));
    assertThat(decimal(summary, "equity"))
        .isEqualByComparingTo(
            decimal(summary, "balance")
                .add(decimal(summary, "options_value"))
                .add(decimal(summary, "futures_session_upl"))
                .add(decimal(summary, "futures_session_rpl")));
    assertThat(decimal(summary, "available_funds"))
        .isEqualByComparingTo(
            decimal(summary, "equity")
                .subtract(decimal(summary, "options_value"))
                .subtract(decimal(summary, "initial_margin")));
  }

  @Test
  void hasNoPremiumTermForLinearOptions() {
    buyOption(exchange.option(Flavour.LINEAR), "5");
    JsonNode summary = summary("USDC");

    assertThat(decimal(summary, "options_value")).isPositive();
    assertThat(decimal(summary, "delta_total"))
        .isEqualByComparingTo(decimal(summary, "options_delta"));
  }

  @Test
  void refusesWhatMarginDoesNotCover() {
    Product option = exchange.option(Flavour.INVERSE);
    ObjectNode many = Exchange.order(option.name(), "900", exchange.option(option, 4));

    assertThat(alice.code("private/sell", many)).isEqualTo(10009);
    assertThat(alice.code("private/buy", Exchange.order(PERP, "20000000", exchange.perp(-5))))
        .isEqualTo(10009);
    alice.result("private/sell", many.put("amount", 5));
  }

  @Test
  void countsOpenOrdersAgainstTheMargin() {
    alice.result("private/buy", Exchange.order(PERP, "6000000", exchange.perp(-5)));

    assertThat(alice.code("private/buy", Exchange.order(PERP, "6000000", exchange.perp(-5))))
        .isEqualTo(10009);
  }

  @Test
  void listsAFlatPositionAsZero() {
    trade("private/buy", Exchange.ioc(PERP, "100", exchange.perp(5)));
    trade("private/sell", Exchange.ioc(PERP, "100", exchange.perp(-5)));
    JsonNode positions =
        alice.result("private/get_positions", Json.object().put("currency", "ETH"));

    assertThat(positions).hasSize(1);
    assertThat(positions.get(0).path("direction").asText()).isEqualTo("zero");
    assertThat(exchange.books("alice").positions()).isEmpty();
  }

  @Test
  void saysInItsBooksWhatItSaysOnTheWire() {
    trade("private/buy", Exchange.ioc(PERP, "100", exchange.perp(5)));
    trade("private/sell", Exchange.ioc(PERP, "30", exchange.perp(-5)));
    alice.result("private/buy", Exchange.order(PERP, "10", exchange.perp(-5)));
    assertThat(alice.code("private/buy", Exchange.order(PERP, "10.5", "1"))).isEqualTo(-32602);
    DeribitBooks.Customer books = exchange.books("alice");

    assertThat(books.positions().get(PERP)).isEqualByComparingTo("70");
    assertThat(books.traded().get(PERP)).isEqualByComparingTo("130");
    assertThat(books.fills()).isEqualTo(2);
    assertThat(books.openOrders()).hasSize(1);
    assertThat(books.cash().get("ETH"))
        .isEqualByComparingTo(
            decimal(summary("ETH"), "balance").add(decimal(summary("ETH"), "futures_session_rpl")));
    assertThat(exchange.simulator.books().refusals()).containsEntry(-32602, 1L);
    assertThat(exchange.simulator.books().requests()).containsEntry("private/sell", 1L);
  }

  @Test
  void countsCoinsAndDollarsForComparisonWithOtherBooks() {
    Product option = exchange.option(Flavour.INVERSE);
    buyOption(option, "5");
    trade("private/sell", Exchange.ioc(Exchange.LINEAR, "1.5", exchange.perp(-5)));
    trade("private/buy", Exchange.ioc(PERP, "100", exchange.perp(5)));
    DeribitBooks.Customer books = exchange.books("alice");
    BigDecimal index = new Valuation(exchange.market).index(Exchange.START);

    assertThat(books.coins())
        .containsOnly(
            Map.entry(option.instrument(), Quantity.of("5")),
            Map.entry(exchange.market.perpetual(), Quantity.of("-1.5")));
    assertThat(books.tradeFeesUsd().usd())
        .isEqualByComparingTo(fee(books, "ETH").multiply(index).add(fee(books, "USDC")));
  }

  private static BigDecimal fee(DeribitBooks.Customer books, String currency) {
    return books.fees().getOrDefault(currency, BigDecimal.ZERO);
  }

  @Test
  void listsEveryCurrencyInTheSummaries() {
    JsonNode all = alice.result("private/get_account_summaries", Json.object());

    assertThat(all.path("summaries")).hasSize(2);
    assertThat(all.path("self_trading_reject_mode").asText()).isEqualTo("reject_taker");
    assertThat(all.path("summaries").get(0).path("limits").has("matching_engine")).isTrue();
  }
}
