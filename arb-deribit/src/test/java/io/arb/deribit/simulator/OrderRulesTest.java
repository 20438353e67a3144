package io.arb.deribit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of order entry, alone and together with the next one. */
@Execution(ExecutionMode.CONCURRENT)
final class OrderRulesTest {
  /** How to break one rule, in the order in which the simulator looks. */
  enum Broken {
    INSTRUMENT(-32602),
    LATE(13888),
    LOCKED(10019),
    AMOUNT(-32602),
    TICK(-32602),
    BAND(10007),
    REDUCE_ONLY(11030),
    FUNDS(10009),
    OWN_ORDER(10003),
    POST_ONLY(11054);

    final int code;

    Broken(int code) {
      this.code = code;
    }

    /** Breaks the rule in an order that would be taken. */
    void apply(Exchange exchange, ObjectNode order) {
      var unused =
          switch (this) {
            case INSTRUMENT -> order.put("instrument_name", "ETH-1JAN99-1-C");
            case LATE -> order.put("valid_until", Exchange.START.toEpochMilli() - 1);
            case LOCKED -> {
              exchange.simulator.lock("eth_usd", true);
              yield order;
            }
            case AMOUNT -> order.put("amount", new BigDecimal("10.5"));
            case TICK -> order.put("price", new BigDecimal(exchange.perp(0) + ".01"));
            case BAND -> order.put("price", new BigDecimal(exchange.perp(200)));
            case REDUCE_ONLY -> order.put("reduce_only", true);
            case FUNDS -> order.put("amount", 50_000_000);
            case OWN_ORDER -> order.put("price", new BigDecimal(exchange.perp(10)));
            case POST_ONLY ->
                order
                    .put("price", new BigDecimal(exchange.perp(10)))
                    .put("post_only", true)
                    .put("reject_post_only", true);
          };
    }
  }

  private final Exchange exchange = Exchange.quiet();
  private final Client alice = exchange.alice();
  private final Client bob = exchange.bob();

  @AfterEach
  void close() {
    alice.close();
    bob.close();
    exchange.close();
  }

  private int code(Broken... rules) {
    Client seller = List.of(rules).contains(Broken.OWN_ORDER) ? alice : bob;
    seller.result("private/sell", Exchange.order(Exchange.PERP, "10", exchange.perp(5)));
    ObjectNode order = Exchange.order(Exchange.PERP, "10", exchange.perp(-5));
    List.of(rules).forEach(rule -> rule.apply(exchange, order));
    return alice.code("private/buy", order);
  }

  @ParameterizedTest
  @EnumSource(Broken.class)
  void refusesABrokenRule(Broken rule) {
    assertThat(code(rule)).isEqualTo(rule.code);
  }

  static Stream<Arguments> neighbours() {
    List<Broken> rules = List.of(Broken.values());
    return IntStream.range(1, rules.size())
        .mapToObj(i -> Arguments.of(rules.get(i - 1), rules.get(i)));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void namesTheEarlierOfTwoBrokenRules(Broken earlier, Broken later) {
    assertThat(code(later, earlier)).isEqualTo(earlier.code);
  }

  @Test
  void namesTheParameterThatIsWrong() {
    ObjectNode order = Exchange.order(Exchange.PERP, "10.5", exchange.perp(-5));

    assertThat(alice.error("private/buy", order).path("data"))
        .hasToString("{\"param\":\"amount\",\"reason\":\"must be a multiple of contract size\"}");
  }

  @Test
  void namesAnOptionAmountByTheMinimum() {
    Product option = exchange.option(Flavour.INVERSE);
    ObjectNode order = Exchange.order(option.name(), "1.5", exchange.option(option, 0));

    assertThat(alice.error("private/buy", order).path("data").path("reason").asText())
        .isEqualTo("must be a multiple of the minimum order size");
  }

  @Test
  void namesAMissingParameter() {
    assertThat(alice.error("private/buy", Json.object()).path("data"))
        .hasToString("{\"param\":\"instrument_name\",\"reason\":\"value is required\"}");
  }

  @Test
  void tellsAMalformedNameFromAnUnlistedOne() {
    ObjectNode malformed = Json.object().put("instrument_name", "eth perp");
    ObjectNode unlisted = Json.object().put("instrument_name", "ETH-1JAN27-1-C");

    assertThat(alice.error("public/ticker", malformed).path("data").path("reason").asText())
        .isEqualTo("wrong format");
    assertThat(alice.error("public/ticker", unlisted).path("data").path("reason").asText())
        .isEqualTo("instrument not found");
  }

  @Test
  void endsABandRefusalWithTheLimitThatTheTickerShows() {
    JsonNode ticker =
        alice.result("public/ticker", Json.object().put("instrument_name", Exchange.PERP));
    JsonNode tooHigh =
        alice.error("private/buy", Exchange.order(Exchange.PERP, "10", exchange.perp(200)));
    JsonNode tooLow =
        alice.error("private/sell", Exchange.order(Exchange.PERP, "10", exchange.perp(-200)));

    assertThat(tooHigh.path("message").asText())
        .isEqualTo("price_too_high " + ticker.path("max_price"));
    assertThat(tooLow.path("message").asText())
        .isEqualTo("price_too_low " + ticker.path("min_price"));
  }

  @Test
  void putsTheBandOfPerpetualsOneAndAHalfPercentAround() {
    JsonNode ticker =
        alice.result("public/ticker", Json.object().put("instrument_name", Exchange.PERP));
    BigDecimal mark = exchange.market.fair(exchange.market.perpetual(), Exchange.START).usd();
    PriceGrid grid = PriceGrid.flat("0.05");

    assertThat(ticker.path("min_price").decimalValue())
        .isEqualByComparingTo(grid.down(mark.multiply(new BigDecimal("0.985"))));
    assertThat(ticker.path("max_price").decimalValue())
        .isEqualByComparingTo(grid.up(mark.multiply(new BigDecimal("1.015"))));
  }

  @Test
  void wantsAmountAndContractsToAgree() {
    Product linear = exchange.option(Flavour.LINEAR);
    ObjectNode order = Exchange.order(linear.name(), "0.1", exchange.option(linear, 0));

    assertThat(alice.code("private/buy", order.deepCopy().put("contracts", 1))).isEqualTo(-32602);
    alice.result("private/buy", order.put("contracts", new BigDecimal("0.1")));
  }

  @Test
  void doesNotSimulateWhatItCannot() {
    ObjectNode order = Exchange.order(Exchange.PERP, "10", exchange.perp(-5));

    assertThat(alice.code("private/buy", order.deepCopy().put("type", "stop_limit")))
        .isEqualTo(10033);
    assertThat(alice.code("private/buy", order.deepCopy().put("advanced", "usd"))).isEqualTo(11038);
    assertThat(alice.code("private/buy", order.deepCopy().put("mmp", true))).isEqualTo(13040);
  }
}
