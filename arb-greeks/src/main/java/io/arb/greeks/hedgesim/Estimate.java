package io.arb.greeks.hedgesim;

/**
 * A number measured on a sample.
 *
 * @param value the best guess
 * @param standardError one standard deviation of its error
 */
public record Estimate(double value, double standardError) {}
