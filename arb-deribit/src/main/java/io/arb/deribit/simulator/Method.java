package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.deribit.simulator.DeribitFaults.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One method of the API.
 *
 * @param access what a caller needs
 * @param queue where it waits for its turn
 * @param pool which credits it takes
 * @param overRest false: only over WebSocket
 * @param handler answers the call, at once or later
 */
record Method(Access access, Queue queue, Pool pool, boolean overRest, Consumer<Call> handler) {

  /** Where credits are taken from. */
  enum Pool {
    ORDINARY(500, 50_000),
    SUBSCRIBE(3_000, 30_000),
    INSTRUMENTS(10_000, 500_000),
    /** Cost and size are the account's. */
    MATCHING(1, 0);

    private final int cost;
    private final int size;

    Pool(int cost, int size) {
      this.cost = cost;
      this.size = size;
    }

    int cost() {
      return cost;
    }

    int size() {
      return size;
    }
  }

  /** A method that is answered at once. */
  static Method of(Access access, Function<Call, JsonNode> answer) {
    return new Method(
        access,
        access == Access.PUBLIC ? Queue.PUBLIC : Queue.PRIVATE,
        Pool.ORDINARY,
        true,
        call -> call.answer(answer.apply(call)));
  }

  /** A method of the matching engine. */
  static Method matching(Consumer<Call> handler) {
    return new Method(Access.TRADE_WRITE, Queue.MATCHING, Pool.MATCHING, true, handler);
  }

  Method taking(Pool other) {
    return new Method(access, queue, other, overRest, handler);
  }

  Method onlyOverSocket() {
    return new Method(access, queue, pool, false, handler);
  }
}
