package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * A Rysk venue on 127.0.0.1, with WebSockets and HTTP on one port. Times are those of the clock it
 * is given: when that stands still nothing expires, closes or settles. What a client did not expect
 * can be had by command: see {@link #setFaults} and the methods that break connections.
 *
 * <p>Safe from any thread, but not from the market or clock it calls. Each method returns when what
 * it asks for is done; after {@link #close} all but that throw {@link IllegalStateException}.
 *
 * <p>Source: Rysk V12's own clients and settlement contract, and what others saw on its test
 * network until mid 2026. Error codes beyond {@code -32003}, {@code -32011} and JSON-RPC's, the
 * taker's {@code confirm} and the lists of balances and positions are conventions.
 */
public final class RyskSimulator implements AutoCloseable {
  private final Floor floor;
  private final Venue venue;
  private final Links links;
  private final StateThread state;

  private RyskSimulator(Floor floor) {
    this.floor = floor;
    this.venue = floor.venue;
    this.links = floor.links;
    this.state = floor.state;
  }

  /**
   * Opens the venue.
   *
   * @param clock read often and from several threads
   */
  public static RyskSimulator start(
      RyskSimulatorConfig config, RyskMarket market, InstantSource clock) {
    if (!config.asset().underlying().equals(market.underlying())) {
      throw new IllegalArgumentException(
          "asset "
              + config.asset()
              + " needs a market of its underlying, got "
              + market.underlying());
    }
    Floor floor = new Floor(config, market, clock);
    floor.begin();
    return new RyskSimulator(floor);
  }

  public URI makerUri() {
    return floor.server.webSocketUri(Floor.MAKER);
  }

  public URI takerUri() {
    return floor.server.webSocketUri(Floor.TAKER);
  }

  /** Where requests for options on this token arrive; others than the configured one are silent. */
  public URI rfqUri(Address asset) {
    return floor.server.webSocketUri(RfqFeed.PREFIX + "/" + asset.hex());
  }

  /** Where requests for options on the configured token arrive. */
  public URI rfqUri() {
    return rfqUri(venue.config.asset().address());
  }

  /** The base of all WebSocket addresses, without a slash at its end. */
  public URI webSocketBase() {
    return floor.server.webSocketUri("");
  }

  /** The base of the HTTP interface, without a slash at its end. */
  public URI httpBase() {
    return floor.server.httpUri("");
  }

  /** The account of the taker inside the simulator. */
  public Address taker() {
    return floor.taker.address();
  }

  /** Whether an account is one of the makers inside the simulator. */
  public boolean isRival(Address maker) {
    return floor.rivals.contains(maker);
  }

  /** The options that can be asked for now. */
  public List<Option> listed() {
    return state.call(() -> floor.catalog.listed(venue.trueNow()));
  }

  /** What the taker inside the simulator would ask for. */
  public RfqTerms terms(Option option, Quantity quantity) {
    return floor.catalog.terms(option, quantity, floor.taker.address());
  }

  /**
   * Lets the taker inside the simulator ask now. It does not look whether the option is listed.
   *
   * @param terms of {@link #terms}, or of another taker who will never confirm
   * @return the request's id
   */
  public String createRfq(RfqTerms terms) {
    return state.call(() -> floor.taker.ask(terms));
  }

  /** As {@link #createRfq}, in the place of an earlier request. */
  public void replaceRfq(String id, RfqTerms terms) {
    run(() -> floor.taker.ask(id, terms));
  }

  /** From now on other makers compete in this way, in auctions that open from now on. */
  public void setCompetition(Competition competition) {
    run(() -> floor.rivals.setCompetition(competition));
  }

  /** From now on the taker inside the simulator decides in this way. */
  public void setTaker(TakerProfile profile) {
    run(() -> floor.taker.setProfile(profile));
  }

  /** From now on requests come at this rate. */
  public void setFlow(RfqFlow flow) {
    run(() -> floor.source.setFlow(flow));
  }

  /** From now on this, and only this, is wrong with the venue. */
  public void setFaults(RyskFaults faults) {
    run(
        () -> {
          venue.setFaults(faults);
          links.all().forEach(link -> link.withholdPongs(faults.has(RyskFault.NO_PONGS)));
        });
  }

  /** Gives a maker stablecoins as if deposited long ago. */
  public void fund(Address maker, Money usd) {
    run(
        () ->
            venue.vault.credit(
                maker,
                venue.config.chain().strikeAsset(),
                RyskMoney.scaled(usd.usd(), RyskMoney.USD_DECIMALS)));
  }

  /** Ends all options of an expiry at this price of the underlying; a second price is ignored. */
  public void expire(Instant expiry, Price price) {
    run(() -> floor.expiries.expire(expiry.getEpochSecond(), price));
  }

  /** Cuts all {@code /maker} connections without a close frame. */
  public void dropMakers() {
    run(() -> links.at(Floor.MAKER).forEach(Link::kill));
  }

  /** Cuts all connections for requests without a close frame. */
  public void dropRfqs() {
    run(() -> links.at(RfqFeed.PREFIX + "/").forEach(Link::kill));
  }

  /** Closes all connections with a close frame, for example 1012: service restart. */
  public void closeConnections(int code, String reason) {
    run(() -> links.all().forEach(link -> link.close(code, reason)));
  }

  /** All present connections stay open but carry nothing any more in either direction. */
  public void freezeConnections() {
    run(() -> links.all().forEach(Link::freeze));
  }

  /** While true, nobody can connect. */
  public void refuseConnections(boolean refuse) {
    floor.server.refuseWebSockets(refuse);
  }

  /** Does all that is due by the clock, without waiting for the next tick. */
  public void tick() {
    run(() -> {});
  }

  /** What happened so far. */
  public RyskBooks books() {
    return state.call(() -> venue.books.snapshot(venue.vault.snapshot()));
  }

  private void run(Runnable work) {
    Supplier<Boolean> done =
        () -> {
          work.run();
          return true;
        };
    Boolean unused = state.call(done);
  }

  /** Drops all connections and ends the venue. Idempotent, takes seconds at most. */
  @Override
  public void close() {
    state.ending();
    floor.server.close();
    state.close();
  }
}
