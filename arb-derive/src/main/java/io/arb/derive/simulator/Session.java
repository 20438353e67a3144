package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who sends requests: one WebSocket, or one REST call. Owned by the simulator's thread.
 */
final class Session {
  /** Carries frames to the peer without blocking. */
  @FunctionalInterface
  interface Outlet {
    /**
     * Sends one frame or body.
     *
     * @param status of a REST reply; a WebSocket carries no reply with an error status of HTTP
     * @param text the frame or body
     */
    void send(int status, String text);
  }

  private final long id;
  private final boolean socket;
  private final Outlet outlet;
  private final Map<Address, Login> logins = new LinkedHashMap<>();
  private final Set<String> subscriptions = new LinkedHashSet<>();

  /**
   * @param id for limits of callers that have not logged in
   */
  Session(long id, boolean socket, Outlet outlet) {
    this.id = id;
    this.socket = socket;
    this.outlet = outlet;
  }

  long id() {
    return id;
  }

  boolean isSocket() {
    return socket;
  }

  void send(int status, String text) {
    outlet.send(status, text);
  }

  void login(Login login) {
    logins.put(login.wallet().address(), login);
  }

  List<Login> logins() {
    return List.copyOf(logins.values());
  }

  Optional<Login> login(Address wallet) {
    return Optional.ofNullable(logins.get(wallet));
  }

  Optional<Login> loginFor(long subaccountId) {
    return logins.values().stream()
        .filter(login -> login.wallet().subaccountIds().contains(subaccountId))
        .findFirst();
  }

  Set<String> subscriptions() {
    return subscriptions;
  }
}
