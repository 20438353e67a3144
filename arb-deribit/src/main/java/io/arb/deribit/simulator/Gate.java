package io.arb.deribit.simulator;

import java.util.Optional;

/** Who may call what, and how often. Owned by the simulator's thread. */
final class Gate {
  private final House house;
  private final Tokens tokens;
  private final Credits credits;

  Gate(House house, Tokens tokens) {
    this.house = house;
    this.tokens = tokens;
    this.credits = new Credits(house);
  }

  void charge(Session session, Method method) {
    String stranger = session.isSocket() ? "socket " + session.id() : "http";
    String caller = session.login().map(login -> login.account().name()).orElse(stranger);
    credits.charge(caller, method.pool());
  }

  /**
   * The login behind a call: that of its {@code access_token}, else the connection's.
   *
   * @return empty for a public call of a stranger
   */
  Optional<Login> admit(Session session, Method method, Params params) {
    Optional<Login> present = session.login().filter(login -> login.isGood(house.now()));
    if (method.access() == Access.PUBLIC) {
      return present;
    }
    Login login =
        params.has("access_token")
            ? byToken(session, params.text("access_token"))
            : present.orElseThrow(RpcError::unauthorized);
    if (!method.access().isGrantedBy(login.scopes())) {
      throw RpcError.of(ErrorCode.FORBIDDEN);
    }
    return Optional.of(login);
  }

  private Login byToken(Session session, String token) {
    return tokens
        .find(token)
        .filter(login -> login.isUsableOn(session))
        .orElseThrow(RpcError::unauthorized);
  }
}
