package io.arb.core.hedge;

import io.arb.core.model.Option;
import java.time.Instant;
import java.util.OptionalDouble;

/** Where the delta of an option that cannot be sold comes from. Called by the engine thread. */
@FunctionalInterface
public interface DeltaSource {
  /**
   * The delta of one unit, per USD of forward, from data that is fresh at {@code now}; empty when
   * nothing fresh is known. Values outside -1 to 1 and NaN are taken for unknown by the caller.
   */
  OptionalDouble delta(Option option, Instant now);
}
