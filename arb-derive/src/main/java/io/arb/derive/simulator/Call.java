package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.paper.AccountId;
import io.arb.core.wire.Fields;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request that is being answered. Owned by the simulator's thread.
 *
 * @param login in whose name; empty for public methods
 * @param subaccountId 0 if the request names none
 * @param result hears the answer; perhaps later
 * @param refusal hears that there is none
 */
record Call(
    Session session,
    Fields params,
    Optional<Login> login,
    long subaccountId,
    Consumer<JsonNode> result,
    Consumer<RpcError> refusal) {

  void answer(JsonNode value) {
    result.accept(value);
  }

  void refuse(RpcError error) {
    refusal.accept(error);
  }

  AccountId account() {
    return Registry.account(subaccountId);
  }

  /** The login of a private method. */
  Login caller() {
    return login.orElseThrow(() -> RpcError.of(ErrorCode.NOT_AUTHENTICATED));
  }
}
