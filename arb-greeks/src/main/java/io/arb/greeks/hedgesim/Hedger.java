package io.arb.greeks.hedgesim;

/** A hedging rule to simulate. Immutable: what it remembers along a path is kept elsewhere. */
public sealed interface Hedger permits BandHedger, StopLossHedger, LadderHedger {}
