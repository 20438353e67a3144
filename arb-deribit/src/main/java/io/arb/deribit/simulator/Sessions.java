package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The open WebSockets, what they are sent and what their end does. Owned by the simulator's thread.
 */
final class Sessions {
  private static final Duration SILENCE = Duration.ofMillis(60_500);
  private static final int HEARTBEAT_CLOSE = 4000;
  private static final String DISCONNECTED = "cancel_on_disconnect";

  private final House house;
  private final StateThread thread;
  private final Tokens tokens;
  private final Set<Session> open = new LinkedHashSet<>();
  private final Set<Account> cancelling = new HashSet<>();
  private Consumer<List<Order>> canceller = orders -> {};

  Sessions(House house, StateThread thread, Tokens tokens) {
    this.house = house;
    this.thread = thread;
    this.tokens = tokens;
  }

  /** Who cancels the orders of lost connections. */
  void onDisconnect(Consumer<List<Order>> newCanceller) {
    canceller = newCanceller;
  }

  Set<Session> open() {
    return open;
  }

  /** Accounts whose new connections cancel their orders when they end. */
  Set<Account> cancellingAccounts() {
    return cancelling;
  }

  boolean cancels(Session session) {
    return session
        .cancelsOnDisconnect()
        .orElseGet(
            () -> session.login().map(Login::account).filter(cancelling::contains).isPresent());
  }

  void opened(Session session) {
    open.add(session);
  }

  void closed(Session session) {
    if (open.remove(session)) {
      session.login().filter(login -> login.isOfConnection(session)).ifPresent(tokens::revoke);
      if (cancels(session)) {
        thread.postAfter(house.config().disconnectDelay(), () -> cancelOrders(session));
      }
    }
  }

  private void cancelOrders(Session session) {
    session
        .login()
        .map(Login::account)
        .ifPresent(
            account -> canceller.accept(account.alive(order -> order.sessionId() == session.id())));
  }

  static String cancelReason() {
    return DISCONNECTED;
  }

  /** Sends heartbeats and ends connections that are silent. */
  void watch(Instant now) {
    for (Session session : List.copyOf(open)) {
      session
          .heartbeat()
          .ifPresentOrElse(beat -> beat(session, beat, now), () -> idle(session, now));
    }
  }

  private void beat(Session session, Heartbeat heartbeat, Instant now) {
    if (house.faults().ignoresHeartbeats()) {
      return;
    }
    switch (heartbeat.due(now)) {
      case NOTHING -> {}
      case END -> end(session, HEARTBEAT_CLOSE, "heartbeat close");
      case TEST_REQUEST -> {
        boolean quiet = !now.isBefore(session.sentAt().plus(heartbeat.interval()));
        if (quiet) {
          session.send(200, heartbeat("heartbeat"), now);
        }
        session.send(200, heartbeat("test_request"), now);
      }
    }
  }

  private static String heartbeat(String type) {
    ObjectNode frame = Json.object();
    frame.putObject("params").put("type", type);
    return Json.write(frame.put("method", "heartbeat").put("jsonrpc", "2.0"));
  }

  private void idle(Session session, Instant now) {
    boolean silent = !now.isBefore(session.heardAt().plus(SILENCE));
    if (silent && session.subscriptions().isEmpty()) {
      session.kill();
      closed(session);
    }
  }

  /** Ends a connection with a close frame; what its loss does, happens at once. */
  void end(Session session, int code, String reason) {
    session.close(code, reason);
    closed(session);
  }

  /** Sends data of a channel to one of its listeners. */
  void send(Session session, String name, Subscription subscription, JsonNode data) {
    ObjectNode frame = Json.object();
    frame.put("jsonrpc", "2.0").put("method", "subscription");
    ObjectNode params = frame.putObject("params").put("channel", name);
    params.set("data", data);
    if (!subscription.label().isEmpty()) {
      params.put("label", subscription.label());
    }
    String text = Json.write(frame);
    Duration delay = house.faults().notificationDelay();
    if (delay.isZero()) {
      session.send(200, text, house.now());
    } else {
      thread.postAfter(delay, () -> session.send(200, text, house.now()));
    }
  }

  /** Sends data to all who listen to a channel. */
  void publish(String name, JsonNode data) {
    for (Session session : open) {
      Subscription subscription = session.subscriptions().get(name);
      if (subscription != null) {
        send(session, name, subscription, data);
      }
    }
  }
}
