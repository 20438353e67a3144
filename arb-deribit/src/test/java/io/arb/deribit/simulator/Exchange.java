package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Underlying;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A running simulator with two customers on a still market, and what a client needs. */
final class Exchange implements AutoCloseable {
  static final Instant START = Instant.parse("2026-10-20T12:00:00Z");
  static final String PERP = "ETH-PERPETUAL";
  static final String LINEAR = "ETH_USDC-PERPETUAL";
  static final DeribitKey ALICE =
      DeribitKey.trading("AbCdEf12", "W7h2qZ8Yt3LkPvN5xR1cB9mD4sF6gJ0a");
  static final DeribitKey READER =
      new DeribitKey("Reader01", "reading secret", Set.of("trade:read", "account:read"));
  static final DeribitKey BOB = DeribitKey.trading("BobBob99", "bob's secret");

  final TurnableClock clock = new TurnableClock(START);
  final PaperMarket market =
      new PaperMarket(new PaperMarketConfig(new Underlying("ETH"), 7, 0, Duration.ZERO), clock);
  final DeribitSimulator simulator;

  Exchange(UnaryOperator<DeribitSimulatorConfig> change) {
    this.simulator =
        DeribitSimulator.start(change.apply(DeribitSimulatorConfig.of(customers())), market, clock);
  }

  /** A market at {@link #START} whose price does not move. */
  static PaperMarket stillMarket() {
    return new PaperMarket(
        new PaperMarketConfig(new Underlying("ETH"), 7, 0, Duration.ZERO),
        new TurnableClock(START));
  }

  /** Only clients trade here, with each other. */
  static Exchange quiet() {
    return quiet(config -> config);
  }

  static Exchange quiet(UnaryOperator<DeribitSimulatorConfig> change) {
    return new Exchange(config -> change.apply(config.withLiquidity(LiquidityProfile.none())));
  }

  /** Makers quote, but nobody takes by himself. */
  static Exchange quoted() {
    return quoted(config -> config);
  }

  static Exchange quoted(UnaryOperator<DeribitSimulatorConfig> change) {
    return new Exchange(
        config -> change.apply(config.withLiquidity(LiquidityProfile.makersOnly())));
  }

  static List<DeribitAccount> customers() {
    Map<String, BigDecimal> money =
        Map.of("ETH", new BigDecimal("100"), "USDC", new BigDecimal("200000"));
    return List.of(
        new DeribitAccount("alice", money, List.of(ALICE, READER)),
        new DeribitAccount("bob", money, List.of(BOB)));
  }

  Client connect() {
    return new Client(simulator.webSocketUri());
  }

  Client alice() {
    return loggedIn(ALICE, "");
  }

  Client bob() {
    return loggedIn(BOB, "");
  }

  Client loggedIn(DeribitKey key, String scope) {
    Client client = connect();
    client.result("public/auth", credentials(key, scope));
    return client;
  }

  static ObjectNode credentials(DeribitKey key, String scope) {
    return Json.object()
        .put("grant_type", "client_credentials")
        .put("client_id", key.clientId())
        .put("client_secret", key.clientSecret())
        .put("scope", scope);
  }

  /** A limit order. */
  static ObjectNode order(String instrument, String amount, String price) {
    ObjectNode order = Json.object();
    order.put("instrument_name", instrument);
    order.put("amount", new BigDecimal(amount));
    order.put("type", "limit");
    order.put("price", new BigDecimal(price));
    order.put("post_only", false);
    return order.put("label", "test");
  }

  static ObjectNode ioc(String instrument, String amount, String price) {
    return order(instrument, amount, price).put("time_in_force", "immediate_or_cancel");
  }

  static ObjectNode orderId(JsonNode order) {
    return Json.object().put("order_id", order.path("order_id").asText());
  }

  /** The mark of a perpetual, moved by some dollars, on the grid. */
  String perp(int away) {
    BigDecimal mark = market.fair(market.perpetual(), clock.instant()).usd();
    return mark.setScale(0, RoundingMode.FLOOR).add(BigDecimal.valueOf(away)).toPlainString();
  }

  /** A call near the money with some days to live. */
  Product option(Flavour flavour) {
    Listing listing = new Listing(market, clock.instant());
    BigDecimal index = market.index(clock.instant()).usd();
    return listing.all().stream()
        .filter(product -> product.isOption() && product.flavour() == flavour)
        .filter(product -> product.name().endsWith("-C"))
        .filter(
            product ->
                product.expiry().orElseThrow().isAfter(clock.instant().plus(Duration.ofDays(5))))
        .filter(product -> product.option().orElseThrow().strike().usd().compareTo(index) > 0)
        .findFirst()
        .orElseThrow();
  }

  BigDecimal mark(Product product) {
    return new Valuation(market).mark(product, clock.instant());
  }

  /** The mark of an option on its grid, moved by ticks. */
  String option(Product product, int ticks) {
    PriceGrid grid = product.terms().grid();
    BigDecimal price = grid.down(mark(product));
    for (int i = 0; i < Math.abs(ticks); i++) {
      price = ticks > 0 ? grid.next(price) : grid.previous(price);
    }
    return price.toPlainString();
  }

  void turn(Duration by) {
    clock.turn(by);
    simulator.advance();
  }

  DeribitBooks.Customer books(String name) {
    return simulator.books().customer(name);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
