package io.arb.cli.config;

import java.time.Duration;
import java.util.Optional;

/** The block that starts simulated venues. */
final class SimulationSection {
  private SimulationSection() {}

  static Optional<SimulationBlock> read(Section simulation) {
    long seed = simulation.integer("seed", 1);
    var speed = simulation.decimal("speed", "20");
    Duration offset = Duration.ofMinutes(simulation.integer("start_offset_min", 0));
    int rfqs = simulation.integer("rfqs_per_minute", 40);
    Duration auction = simulation.millis("auction_ms", Duration.ofSeconds(2));
    int competitors = simulation.integer("competitors", 2);
    var aggressiveness = simulation.decimal("competitor_aggressiveness", "0.93");
    var confirm = simulation.decimal("confirm_probability", "0.9");
    var cash = simulation.decimal("cash_usd", "1000000");
    Optional<Duration> drops =
        simulation.has("drop_sockets_every_ms")
            ? Optional.of(simulation.millis("drop_sockets_every_ms", Duration.ZERO))
            : Optional.empty();
    simulation.millis("drop_sockets_every_ms", Duration.ZERO);
    simulation.refuseOthers();
    return simulation.build(
        () ->
            new SimulationBlock(
                seed,
                speed,
                offset,
                rfqs,
                auction,
                competitors,
                aggressiveness,
                confirm,
                cash,
                drops));
  }
}
