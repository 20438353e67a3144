package io.arb.deribit.simulator;

import java.time.Duration;
import java.time.Instant;

/** One authentication and its present tokens. Owned by the simulator's thread. */
final class Login {
  private final Account account;
  private final String clientId;
  private final Scopes scopes;
  private final long sessionId;
  private String accessToken = "";
  private String refreshToken = "";
  private Instant expiresAt = Instant.MIN;

  /**
   * @param sessionId the connection that authenticated; 0 over HTTP
   */
  Login(Account account, String clientId, Scopes scopes, long sessionId) {
    this.account = account;
    this.clientId = clientId;
    this.scopes = scopes;
    this.sessionId = sessionId;
  }

  Account account() {
    return account;
  }

  String clientId() {
    return clientId;
  }

  Scopes scopes() {
    return scopes;
  }

  String accessToken() {
    return accessToken;
  }

  String refreshToken() {
    return refreshToken;
  }

  /** Takes new tokens; the old ones are worth nothing from here on. */
  void renew(String newAccess, String newRefresh, Instant now, Duration life) {
    accessToken = newAccess;
    refreshToken = newRefresh;
    expiresAt = now.plus(life);
  }

  void revoke() {
    expiresAt = Instant.MIN;
  }

  boolean isGood(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** True if a token of this login may be used on a connection. */
  boolean isUsableOn(Session session) {
    return scopes.session().isPresent() || !session.isSocket() || session.id() == sessionId;
  }

  boolean isOfConnection(Session session) {
    return scopes.session().isEmpty() && sessionId == session.id();
  }
}
