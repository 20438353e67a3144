package io.arb.greeks.hedgesim;

import java.util.function.Function;

/**
 * A number somebody has printed, and how to measure it.
 *
 * @param name such as {@code std / price}
 * @param published what was printed, with the digits it was printed with
 * @param measured finds it in a result, with its standard error
 */
public record PublishedValue(
    String name, double published, Function<SimulationResult, Estimate> measured) {}
