package io.arb.derive.simulator;

import io.arb.core.wire.Fields;
import java.util.List;
import java.util.Optional;

/** Who may call what, and how often. Owned by the simulator's thread. */
final class Gate {
  private final House house;
  private final RateLimiter limiter;

  Gate(House house) {
    this.house = house;
    this.limiter = house.limiter();
  }

  /**
   * A caller who may go on.
   *
   * @param subaccountId 0 if the request names none
   */
  record Admitted(Optional<Login> login, long subaccountId) {}

  void charge(Session session, Method method, Fields params) {
    boolean isPublic = method.access() == Access.PUBLIC;
    String caller = isPublic || session.logins().isEmpty() ? anonymous(session) : wallet(session);
    limiter.charge(caller, method.budget(), instrument(params));
  }

  static String anonymous(Session session) {
    return session.isSocket() ? "socket-" + session.id() : "rest";
  }

  static String wallet(Session session) {
    return session.logins().getFirst().wallet().address().hex();
  }

  private static Optional<String> instrument(Fields params) {
    return params.node().path("instrument_name").isTextual()
        ? params.optionalText("instrument_name")
        : Optional.empty();
  }

  Admitted admit(Session session, Method method, Fields params) {
    if (method.access() == Access.PUBLIC) {
      return new Admitted(Optional.empty(), 0);
    }
    if (session.logins().isEmpty()) {
      throw RpcError.of(ErrorCode.NOT_AUTHENTICATED, "Log in first");
    }
    if (params.has("subaccount_id")) {
      return admitSubaccount(session, method, params.longValue("subaccount_id"));
    }
    if (!params.has("wallet")) {
      throw RpcError.of(ErrorCode.NO_SUBJECT);
    }
    Login login =
        session
            .login(LoginCheck.address(params.text("wallet")))
            .orElseThrow(() -> RpcError.of(ErrorCode.WALLET_MISMATCH));
    return new Admitted(Optional.of(checked(login, method)), 0);
  }

  private Admitted admitSubaccount(Session session, Method method, long subaccountId) {
    Optional<Login> found = session.loginFor(subaccountId);
    boolean exists = house.registry().ownerOf(subaccountId).isPresent();
    if (found.isEmpty() && exists && !session.isSocket()) {
      throw RpcError.of(ErrorCode.WALLET_MISMATCH);
    }
    List<Login> logins = session.logins();
    Login login = checked(found.orElseGet(logins::getFirst), method);
    if (found.isEmpty()) {
      throw RpcError.of(ErrorCode.SUBACCOUNT_NOT_FOUND);
    }
    if (!login.covers(subaccountId)) {
      throw RpcError.of(ErrorCode.SCOPE, "The key is limited to other subaccounts");
    }
    return new Admitted(found, subaccountId);
  }

  private Login checked(Login login, Method method) {
    if (!login.allows(method.access())) {
      throw RpcError.of(ErrorCode.SCOPE);
    }
    if (login.isExpired(house.now())) {
      throw RpcError.of(ErrorCode.KEY_EXPIRED);
    }
    return login;
  }
}
