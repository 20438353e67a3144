package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulator on a clock turned by hand, with a funded maker who listens on both of its
 * connections. Nobody competes, nobody asks and everything settles after four seconds, unless a
 * test says otherwise.
 */
final class Stage implements AutoCloseable {
  static final Instant START = Instant.ofEpochSecond(1_798_000_000);
  static final Duration WINDOW = Duration.ofSeconds(2);
  static final Duration SETTLE = Duration.ofSeconds(4);
  static final Quantity ONE = Quantity.of("1");

  final HandClock clock = new HandClock(START);
  final RyskSimulator simulator;
  final Peer maker;
  final Peer rfqs;
  private final List<Peer> others = new ArrayList<>();

  private Stage(RyskSimulatorConfig config) {
    simulator = RyskSimulator.start(config, new FlatMarket(), clock);
    simulator.fund(TestMaker.FIRST.address(), Money.of("2500"));
    simulator.fund(TestMaker.SECOND.address(), Money.of("2500"));
    maker = Peer.connect(simulator.makerUri());
    rfqs = Peer.connect(simulator.rfqUri());
  }

  static RyskSimulatorConfig config() {
    return RyskSimulatorConfig.standard(1)
        .with(RyskTiming.standard().with(WINDOW, DelayRange.of(SETTLE)))
        .with(Competition.none())
        .with(new TakerProfile(1, DelayRange.of(Duration.ofSeconds(1))))
        .withRequestsPerSecond(1_000_000);
  }

  static Stage open() {
    return open(config());
  }

  static Stage open(RyskSimulatorConfig config) {
    return new Stage(config);
  }

  Peer connectMaker() {
    return add(Peer.connect(simulator.makerUri()));
  }

  Peer connectTaker() {
    return add(Peer.connect(simulator.takerUri()));
  }

  Peer add(Peer peer) {
    others.add(peer);
    return peer;
  }

  /** Turns the clock and does what became due. */
  void pass(Duration time) {
    simulator.tick(); // what was asked before the clock turns is done before it turns
    clock.turn(time);
    simulator.tick();
  }

  RfqTerms terms() {
    return simulator.terms(FlatMarket.call("3000"), ONE);
  }

  /** Lets the synthetic taker ask for the protocol's example; returns the push. */
  JsonNode ask() {
    return ask(terms());
  }

  JsonNode ask(RfqTerms terms) {
    simulator.createRfq(terms);
    return rfqs.next();
  }

  /** Sends a quote for a pushed request and returns the answer. */
  JsonNode quote(JsonNode push, ObjectNode params) {
    return maker.ask(push.get("id").textValue(), "quote", params);
  }

  /** A right quote of the first maker; returns the answer. */
  JsonNode quote(JsonNode push, String price, long nonce) {
    return quote(push, TestMaker.FIRST.quote(push.get("result"), price, nonce));
  }

  /** A right quote of the second maker on its own connection; returns the answer. */
  JsonNode quote(Peer second, JsonNode push, String price, long nonce) {
    return second.ask(
        push.get("id").textValue(),
        "quote",
        TestMaker.SECOND.quote(push.get("result"), price, nonce));
  }

  /** Asks, bids the example's price, and lets all happen up to the trade message. */
  JsonNode trade() {
    quote(ask(), "42.5", 1_798_000_000_000L);
    pass(WINDOW);
    pass(Duration.ofSeconds(1));
    pass(SETTLE);
    return maker.next();
  }

  String balance(Peer peer, TestMaker owner) {
    return peer.ask("balances", "balances", owner.account()).at("/result/0/balance").textValue();
  }

  @Override
  public void close() {
    others.forEach(Peer::close);
    maker.close();
    rfqs.close();
    simulator.close();
  }
}
