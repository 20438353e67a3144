package io.arb.derive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Underlying;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.wire.Json;
import io.arb.derive.profile.ActionModule;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.profile.Generation;
import io.arb.derive.sign.Action;
import io.arb.derive.sign.LoginProof;
import io.arb.derive.sign.TradeData;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A running simulator with two customers, and what a client needs to talk to it. */
final class Exchange implements AutoCloseable {
  static final Instant START = Instant.parse("2026-10-20T12:00:00Z");
  static final long ALICE_SUB = 30769;
  static final long BOB_SUB = 75723;
  static final Signer ALICE = signer("alice");
  static final Signer ALICE_KEY = signer("alice's session key");
  static final Signer READER = signer("alice's reading key");
  static final Signer EXPIRING = signer("alice's expiring key");
  static final Signer BOB = signer("bob");
  static final Signer STRANGER = signer("stranger");

  final DeriveProfile profile;
  final TurnableClock clock = new TurnableClock(START);
  final PaperVenue venue;
  final DeriveSimulator simulator;
  private long nonces;

  Exchange(
      DeriveProfile profile,
      LiquidityProfile liquidity,
      VenueRules rules,
      UnaryOperator<DeriveSimulatorConfig> change) {
    this.profile = profile;
    PaperMarketConfig market = new PaperMarketConfig(new Underlying("ETH"), 7, 0, Duration.ZERO);
    this.venue = new PaperVenue(new PaperMarket(market, clock), rules, liquidity, 11);
    DeriveSimulatorConfig config = change.apply(DeriveSimulatorConfig.of(profile, customers()));
    this.simulator = DeriveSimulator.start(config, venue, clock);
  }

  /** Only clients trade here, with each other. */
  static Exchange quiet(DeriveProfile profile) {
    return new Exchange(profile, LiquidityProfile.none(), VenueRules.standard(), config -> config);
  }

  static Exchange quiet(DeriveProfile profile, UnaryOperator<DeriveSimulatorConfig> change) {
    return new Exchange(profile, LiquidityProfile.none(), VenueRules.standard(), change);
  }

  private static Signer signer(String name) {
    return new BouncyCastleSigner(PrivateKey.derive(name.getBytes(UTF_8)));
  }

  private List<DeriveWallet> customers() {
    Set<String> reading =
        Set.of(profile.generation() == Generation.V3 ? "account_info" : "read_only");
    return List.of(
        new DeriveWallet(
            ALICE.address(),
            List.of(ALICE_SUB),
            Money.of("100000"),
            List.of(
                DeriveKey.admin(ALICE_KEY.address()),
                new DeriveKey(READER.address(), Instant.MAX, reading, Set.of()),
                new DeriveKey(
                    EXPIRING.address(),
                    START.plus(Duration.ofMinutes(30)),
                    Set.of("admin"),
                    Set.of()))),
        new DeriveWallet(BOB.address(), List.of(BOB_SUB), Money.of("100000"), List.of()));
  }

  boolean isV3() {
    return profile.generation() == Generation.V3;
  }

  Client connect() {
    return new Client(simulator.webSocketUri());
  }

  Client alice() {
    return loggedIn(ALICE.address(), ALICE_KEY);
  }

  Client bob() {
    return loggedIn(BOB.address(), BOB);
  }

  Client loggedIn(Address wallet, Signer signer) {
    Client client = connect();
    client.result("public/login", login(wallet, signer, clock.instant()));
    return client;
  }

  ObjectNode login(Address wallet, Signer signer, Instant at) {
    LoginProof proof = LoginProof.sign(wallet, at.toEpochMilli(), signer);
    return Json.object()
        .put("wallet", wallet.checksummed())
        .put("timestamp", Long.toString(at.toEpochMilli()))
        .put("signature", proof.signature().hex());
  }

  String mark(String instrument) {
    return venue
        .ticker(
            venue.instruments().stream()
                .map(spec -> spec.instrument())
                .filter(each -> each.symbol().equals(instrument))
                .findFirst()
                .orElseThrow())
        .mark()
        .floorTo(Price.of("0.1"))
        .toString();
  }

  /** The mark of the perpetual, moved by some dollars. */
  String perp(int away) {
    return new BigDecimal(mark("ETH-PERP")).add(BigDecimal.valueOf(away)).toPlainString();
  }

  /** An unsigned order of Alice with everything in it. */
  ObjectNode order(String direction, String amount, String price) {
    ObjectNode order = Json.object();
    order.put("instrument_name", "ETH-PERP");
    order.put("subaccount_id", ALICE_SUB);
    order.put("direction", direction);
    order.put("amount", amount);
    order.put("limit_price", price);
    order.put("max_fee", "100");
    order.put("order_type", "limit");
    order.put("time_in_force", "gtc");
    order.put("label", "test");
    order.put("signature_expiry_sec", clock.instant().getEpochSecond() + 3600);
    nonce(order, clock.instant());
    return order;
  }

  void nonce(ObjectNode order, Instant at) {
    nonces++;
    if (isV3()) {
      order.put("nonce", Long.toString(at.toEpochMilli() * 1_000_000 + nonces));
    } else {
      order.put("nonce", at.toEpochMilli() * 1_000 + nonces);
    }
  }

  ObjectNode signed(ObjectNode order) {
    return signed(order, ALICE.address(), ALICE_KEY);
  }

  ObjectNode bobs(ObjectNode order) {
    return signed(order.put("subaccount_id", BOB_SUB), BOB.address(), BOB);
  }

  /** Signs the order as it stands. */
  ObjectNode signed(ObjectNode order, Address owner, Signer signer) {
    order.put("signer", signer.address().checksummed());
    Action action =
        new Action(
            order.path("subaccount_id").asLong(),
            new BigInteger(order.path("nonce").asText()),
            profile.module(ActionModule.TRADE),
            trade(order),
            order.path("signature_expiry_sec").asLong(),
            owner,
            signer.address());
    return order.put("signature", profile.actionDomain().sign(action, signer).hex());
  }

  private TradeData trade(ObjectNode order) {
    JsonNode instrument = instrument(order.path("instrument_name").asText());
    return new TradeData(
        Address.of(instrument.path("base_asset_address").asText()),
        new BigInteger(instrument.path("base_asset_sub_id").asText()),
        decimal(order, "limit_price"),
        decimal(order, "amount"),
        decimal(order, "max_fee"),
        order.path("subaccount_id").asLong(),
        order.path("direction").asText().equals("buy"));
  }

  private static BigDecimal decimal(ObjectNode order, String name) {
    return new BigDecimal(order.path(name).asText());
  }

  /** What the exchange says of an instrument; the perpetual's for a name that it does not know. */
  JsonNode instrument(String name) {
    try (Client client = connect()) {
      JsonNode frame =
          client.frame("public/get_instrument", Json.object().put("instrument_name", name));
      return frame.has("result") ? frame.path("result") : instrument("ETH-PERP");
    }
  }

  static ObjectNode sub() {
    return Json.object().put("subaccount_id", ALICE_SUB);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
