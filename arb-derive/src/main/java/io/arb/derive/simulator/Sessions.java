package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.paper.EndReason;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** The open WebSockets and what is published to them. Owned by the simulator's thread. */
final class Sessions {
  private final House house;
  private final StateThread thread;
  private final Set<Session> open = new LinkedHashSet<>();

  Sessions(House house, StateThread thread) {
    this.house = house;
    this.thread = thread;
  }

  boolean isTooMany() {
    return house.config().limits().map(tier -> open.size() >= tier.connections()).orElse(false);
  }

  void opened(Session session) {
    open.add(session);
  }

  /** Ends a session; cancels the orders of wallets that asked for it. */
  void closed(Session session) {
    open.remove(session);
    session.logins().stream()
        .map(Login::wallet)
        .filter(wallet -> house.registry().cancelsOnDisconnect(wallet.address()))
        .filter(wallet -> house.config().strictCancelOnDisconnect() || !isHere(wallet.address()))
        .flatMap(wallet -> wallet.subaccountIds().stream())
        .forEach(
            id -> house.venue().cancelAll(Registry.account(id), EndReason.CANCEL_ON_DISCONNECT));
  }

  private boolean isHere(Address wallet) {
    return open.stream().anyMatch(session -> session.login(wallet).isPresent());
  }

  /** Every channel that somebody listens to. */
  Set<String> channels() {
    Set<String> channels = new LinkedHashSet<>();
    open.forEach(session -> channels.addAll(session.subscriptions()));
    return channels;
  }

  /** Sends a notification to all who listen to a channel. */
  void publish(String channel, JsonNode data) {
    String frame = frame(channel, data);
    open.stream()
        .filter(session -> session.subscriptions().contains(channel))
        .forEach(session -> send(session, frame));
  }

  /** Sends a notification to one listener. */
  void publishTo(Session session, String channel, JsonNode data) {
    send(session, frame(channel, data));
  }

  private String frame(String channel, JsonNode data) {
    ObjectNode frame = Json.object();
    if (house.isV3()) {
      frame.put("jsonrpc", "2.0");
    }
    frame.put("method", "subscription");
    frame.putObject("params").put("channel", channel).set("data", data);
    return Json.write(frame);
  }

  private void send(Session session, String frame) {
    Duration delay = house.faults().notificationDelay();
    int times = house.faults().duplicatesNotifications() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      if (delay.isZero()) {
        session.send(200, frame);
      } else {
        thread.postAfter(delay, () -> session.send(200, frame));
      }
    }
  }
}
