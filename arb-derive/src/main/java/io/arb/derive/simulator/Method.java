package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One method of the API.
 *
 * @param access what a caller needs
 * @param budget which limit it counts against
 * @param overRest false: only over WebSocket
 * @param shape refuses parameters of a wrong type, before anything else is looked at
 * @param handler answers the call, at once or later
 */
record Method(
    Access access,
    Budget budget,
    boolean overRest,
    Consumer<Fields> shape,
    Consumer<Call> handler) {

  /** What a call costs. */
  enum Budget {
    MATCHING,
    CANCEL_ALL,
    OTHER
  }

  /** A method that is answered at once. */
  static Method of(Access access, Function<Call, JsonNode> answer) {
    return new Method(
        access, Budget.OTHER, true, params -> {}, call -> call.answer(answer.apply(call)));
  }

  /** This method, against another limit. */
  Method counting(Budget other) {
    return new Method(access, other, overRest, shape, handler);
  }

  /** This method, over WebSocket only. */
  Method onlyOverSocket() {
    return new Method(access, budget, false, shape, handler);
  }
}
