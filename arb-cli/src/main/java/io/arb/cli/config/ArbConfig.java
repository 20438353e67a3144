package io.arb.cli.config;

import io.arb.core.engine.EngineConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the configuration file says, checked. Immutable.
 *
 * @param sources trade sources that are switched on, except the manual one
 * @param ledger file of the durable ledger; empty only in a simulation, which then keeps none
 * @param simulation empty: the real venues
 */
public record ArbConfig(
    EngineConfig engine,
    List<AdapterBlock> sources,
    ManualBlock manual,
    AdapterBlock exchange,
    CacheBlock cache,
    Optional<Path> ledger,
    Optional<SimulationBlock> simulation) {
  public ArbConfig {
    sources = List.copyOf(sources);
    if (ledger.isEmpty() && simulation.isEmpty()) {
      throw new IllegalArgumentException("ledger must be a file where money is real, got none");
    }
  }
}
