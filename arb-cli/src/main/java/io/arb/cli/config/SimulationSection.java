package io.arb.cli.config;

import java.math.BigDecimal;
import java.time.Duration;

/** The block that starts simulated venues. */
final class SimulationSection {
  private SimulationSection() {}

  static SimulationBlock read(Section simulation) {
    SimulationBlock block =
        simulation.build(
            () ->
                new SimulationBlock(
                    simulation.longInteger("seed", 1),
                    simulation.decimal("speed", new BigDecimal("20")),
                    Duration.ofMinutes(simulation.integer("start_offset_min", 0)),
                    simulation.integer("rfqs_per_minute", 40),
                    simulation.millis("auction_ms", Duration.ofSeconds(2)),
                    simulation.integer("competitors", 2),
                    simulation.decimal("competitor_aggressiveness", new BigDecimal("0.93")),
                    simulation.decimal("confirm_probability", new BigDecimal("0.9")),
                    simulation.decimal("cash_usd", new BigDecimal("1000000")),
                    simulation.optionalMillis("drop_sockets_every_ms")));
    simulation.refuseOthers();
    return block;
  }
}
