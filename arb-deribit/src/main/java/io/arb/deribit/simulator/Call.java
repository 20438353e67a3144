package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request that is being answered. Owned by the simulator's thread.
 *
 * @param login in whose name; empty for public methods of strangers
 * @param result hears the answer; perhaps later
 * @param refusal hears that there is none
 */
record Call(
    Session session,
    Params params,
    Optional<Login> login,
    Consumer<JsonNode> result,
    Consumer<RpcError> refusal) {

  void answer(JsonNode value) {
    result.accept(value);
  }

  void refuse(RpcError error) {
    refusal.accept(error);
  }

  /** The account of a private call. */
  Account account() {
    return login.orElseThrow(RpcError::unauthorized).account();
  }
}
