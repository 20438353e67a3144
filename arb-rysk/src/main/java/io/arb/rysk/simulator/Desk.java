package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Carries out the requests of one path. Owned by the simulator's thread. */
@FunctionalInterface
interface Desk {
  /**
   * The result, empty if there is none yet or never will be.
   *
   * @throws Refused with the error to answer
   */
  Optional<JsonNode> handle(Link link, Request request);
}
