package io.arb.deribit.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WebSocket, or one call over HTTP. Owned by the simulator's thread. */
final class Session {
  /** Where what is said leaves. */
  interface Outlet {
    /**
     * Sends one text.
     *
     * @param status HTTP status; without meaning for a WebSocket
     */
    void send(int status, String text);

    /** Ends the connection with a close frame. */
    void close(int code, String reason);

    /** Drops the connection without one. */
    void kill();
  }

  private final long id;
  private final boolean socket;
  private final Outlet outlet;
  private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
  private Instant heardAt;
  private Instant sentAt;
  private @Nullable Login login;
  private @Nullable Heartbeat heartbeat;
  private Optional<Boolean> cancels = Optional.empty();

  Session(long id, boolean socket, Outlet outlet, Instant now) {
    this.id = id;
    this.socket = socket;
    this.outlet = outlet;
    this.heardAt = now;
    this.sentAt = now;
  }

  long id() {
    return id;
  }

  boolean isSocket() {
    return socket;
  }

  void send(int status, String text, Instant now) {
    sentAt = now;
    outlet.send(status, text);
  }

  void close(int code, String reason) {
    outlet.close(code, reason);
  }

  void kill() {
    outlet.kill();
  }

  void heard(Instant now) {
    heardAt = now;
  }

  Instant heardAt() {
    return heardAt;
  }

  Instant sentAt() {
    return sentAt;
  }

  void login(Login newLogin) {
    login = newLogin;
  }

  Optional<Login> login() {
    return Optional.ofNullable(login);
  }

  Optional<Heartbeat> heartbeat() {
    return Optional.ofNullable(heartbeat);
  }

  void heartbeat(@Nullable Heartbeat newHeartbeat) {
    heartbeat = newHeartbeat;
  }

  /** Whether its end cancels its orders; empty: as the account says. */
  Optional<Boolean> cancelsOnDisconnect() {
    return cancels;
  }

  void cancelsOnDisconnect(boolean cancel) {
    cancels = Optional.of(cancel);
  }

  /** By channel name. */
  Map<String, Subscription> subscriptions() {
    return subscriptions;
  }
}
