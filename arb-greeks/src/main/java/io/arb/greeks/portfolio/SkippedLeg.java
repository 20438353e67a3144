package io.arb.greeks.portfolio;

/** A leg that a total does not contain. It has an unknown exposure, not none. */
public record SkippedLeg(Leg leg, SkipReason reason) {}
