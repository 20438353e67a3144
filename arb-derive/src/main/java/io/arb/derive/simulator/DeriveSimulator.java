package io.arb.derive.simulator;

import io.arb.core.paper.PaperVenue;
import io.arb.core.wire.LoopbackServer;
import io.arb.core.wire.ServerConnection;
import io.arb.derive.profile.Generation;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A Derive exchange on 127.0.0.1: WebSocket and REST in front of a {@link PaperVenue}. The venue
 * stays the caller's, who also advances it. Safe from any thread.
 */
public final class DeriveSimulator implements AutoCloseable {
  private static final Duration PUBLICATION = Duration.ofMillis(100);

  private final House house;
  private final StateThread thread;
  private final LoopbackServer server;
  private final Notifier notifier;
  private final String base;

  private DeriveSimulator(House house, StateThread thread) {
    this.house = house;
    this.thread = thread;
    this.base = house.generation() == Generation.V3 ? "/v3" : "";
    Sessions sessions = new Sessions(house, thread);
    Publisher publisher = new Publisher(house, sessions);
    this.notifier = new Notifier(house, thread, sessions);
    Dispatcher dispatcher = new Dispatcher(house, MethodTable.of(house, thread, publisher));
    RestDoor rest = new RestDoor(house, thread, dispatcher, base);
    LoopbackServer.Builder routes =
        LoopbackServer.builder()
            .webSocket(base + "/ws", info -> new SocketDoor(thread, sessions, dispatcher))
            .post(base + "/public", rest)
            .post(base + "/private", rest);
    if (house.generation() == Generation.V2) {
      routes.get("/public", rest);
    }
    this.server = routes.start();
    house.venue().addListener(notifier);
    thread.every(PUBLICATION, publisher::tick);
  }

  /**
   * Opens the accounts of all wallets at the venue and begins to serve.
   *
   * @param clock what nonces, signatures and logins are judged by; the venue's market should have
   *     the same
   */
  public static DeriveSimulator start(
      DeriveSimulatorConfig config, PaperVenue venue, InstantSource clock) {
    config
        .wallets()
        .forEach(
            wallet ->
                wallet
                    .subaccountIds()
                    .forEach(id -> venue.deposit(Registry.account(id), wallet.deposit())));
    return new DeriveSimulator(new House(config, venue, clock), new StateThread());
  }

  /** Where clients open their WebSocket. */
  public URI webSocketUri() {
    return server.webSocketUri(base + "/ws");
  }

  /**
   * The address before {@code /public/...} and {@code /private/...}, without a slash at its end.
   */
  public URI restBase() {
    return server.httpUri(base);
  }

  /** What to do wrong. */
  public DeriveFaults faults() {
    return house.faults();
  }

  /** The state of the records at this moment. Not to be called from a listener of the venue. */
  public DeriveBooks books() {
    return thread.ask(house.ledger()::books);
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

  /** Asks all clients to leave with a close frame, as before a deployment. */
  public void closeConnections() {
    server.connections().forEach(connection -> connection.close(1012, "service restart"));
  }

  /** While true, WebSocket handshakes are answered with HTTP status 503. */
  public void refuseConnections(boolean refuse) {
    server.refuseWebSockets(refuse);
  }

  /** Drops all connections and stops; the venue goes on. Idempotent, bounded in time. */
  @Override
  public void close() {
    house.venue().removeListener(notifier);
    server.close();
    thread.close();
  }
}
