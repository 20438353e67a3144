package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.paper.PaperMarket;
import io.arb.core.wire.Json;
import io.arb.core.wire.LoopbackServer;
import io.arb.core.wire.ServerConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Deribit exchange on 127.0.0.1: WebSocket and HTTP in front of books, accounts and matching of
 * its own, which follow a {@link PaperMarket}. It steps by itself, every 50 ms of real time, to the
 * present of its clock. Safe from any thread.
 */
public final class DeribitSimulator implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final String BASE = "/api/v2";
  private static final String SOCKET = "/ws/api/v2";

  private final House house;
  private final StateThread thread = new StateThread();
  private final Sessions sessions;
  private final Publisher publisher;
  private final Reporter reporter;
  private final Takers takers;
  private final LoopbackServer server;

  private DeribitSimulator(House house, InstantSource clock) {
    this.house = house;
    Tokens tokens = new Tokens(house);
    Authentication authentication = new Authentication(house, tokens);
    this.sessions = new Sessions(house, thread, tokens);
    this.publisher = new Publisher(house, sessions);
    this.reporter = new Reporter(house, sessions, publisher);
    this.takers =
        new Takers(
            house.floor(), house.market(), house.config().liquidity(), house.config().seed());
    OrderDesk desk = new OrderDesk(house);
    sessions.onDisconnect(orders -> cancel(desk, orders));
    Map<String, Method> methods = new LinkedHashMap<>();
    new SessionMethods(house, sessions, tokens, authentication, publisher).addTo(methods);
    new MarketMethods(house).addTo(methods);
    new OrderMethods(house, thread, desk, reporter).addTo(methods);
    new CancelMethods(house, desk).addTo(methods);
    new QueryMethods(house).addTo(methods);
    new AccountMethods(house).addTo(methods);
    Dispatcher dispatcher =
        new Dispatcher(house, thread, methods, new Gate(house, tokens), sessions, reporter);
    RestDoor rest = new RestDoor(house, thread, dispatcher, authentication, BASE);
    this.server =
        LoopbackServer.builder()
            .webSocket(SOCKET, info -> new SocketDoor(thread, sessions, dispatcher, clock))
            .post(BASE, rest)
            .get(BASE, rest)
            .start();
    thread.every(STEP, this::step);
  }

  /**
   * Opens the accounts and begins to serve.
   *
   * @param clock what tokens, heartbeats and settlement go by; the market should have the same
   */
  public static DeribitSimulator start(
      DeribitSimulatorConfig config, PaperMarket market, InstantSource clock) {
    return new DeribitSimulator(new House(config, market, clock), clock);
  }

  private void cancel(OrderDesk desk, List<Order> orders) {
    orders.forEach(order -> desk.cancel(order, Sessions.cancelReason()));
    reporter.flush();
  }

  /** Brings everything to the present. */
  private void step() {
    Instant now = house.now();
    house.settlement().run(now);
    publisher.watched().forEach(product -> house.makers().refresh(product, now));
    takers.run(now);
    reporter.flush();
    reporter.tick(now);
    publisher.tick(now);
    sessions.watch(now);
  }

  /** Where clients open their WebSocket. */
  public URI webSocketUri() {
    return server.webSocketUri(SOCKET);
  }

  /** The address before {@code /public/...} and {@code /private/...}, no slash at its end. */
  public URI restBase() {
    return server.httpUri(BASE);
  }

  /** What to do wrong. */
  public DeribitFaults faults() {
    return house.faults();
  }

  /** The state of the records at this moment. */
  public DeribitBooks books() {
    return thread.ask(house.ledger()::books);
  }

  /** Brings everything to the clock's present at once, without waiting for the next step. */
  public void advance() {
    boolean unused =
        thread.ask(
            () -> {
              step();
              return true;
            });
  }

  /** Begins or ends maintenance: listeners are told, and every request gets 11051. */
  public void maintenance(boolean on) {
    thread.post(
        () -> {
          house.platform().maintenance(on);
          reporter.platform(Json.object().put("maintenance", on));
        });
  }

  /**
   * Locks or unlocks an index such as {@code eth_usd}: its products take cancels only. Listeners of
   * platform and account are told.
   */
  public void lock(String indexName, boolean locked) {
    thread.post(
        () -> {
          house.platform().lock(indexName, locked);
          ObjectNode note = Json.object().put("price_index", indexName).put("locked", locked);
          note.putArray("reasons");
          reporter.platform(note);
          house.listing().all().stream()
              .filter(product -> product.indexName().equals(indexName))
              .findFirst()
              .ifPresent(product -> reporter.lock(product.settlement(), locked));
        });
  }

  /** Open WebSockets. */
  public int connections() {
    return server.connections().size();
  }

  /** Drops all WebSockets without a close frame. */
  public void killConnections() {
    server.killAll();
  }

  /** Drops the WebSocket that was opened last without a close frame; none if none is open. */
  public void killNewestConnection() {
    List<ServerConnection> open = server.connections();
    if (!open.isEmpty()) {
      open.getLast().kill();
    }
  }

  /** Asks all clients to leave with a close frame. */
  public void closeConnections() {
    server.connections().forEach(connection -> connection.close(1012, "service restart"));
  }

  /** While true, WebSocket handshakes are answered with HTTP status 503. */
  public void refuseConnections(boolean refuse) {
    server.refuseWebSockets(refuse);
  }

  /** Drops all connections and stops. Idempotent, bounded in time. */
  @Override
  public void close() {
    server.close();
    thread.close();
  }
}
