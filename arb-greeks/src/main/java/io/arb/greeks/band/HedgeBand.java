package io.arb.greeks.band;

/** A rule for the width of the no-trade band. Immutable; safe from any thread. */
public sealed interface HedgeBand
    permits FixedBand, AsymmetricBand, WhalleyWilmott, Zakamouline, Leland {
  /** The band for a position as it is now: bands are never carried over from another moment. */
  DeltaBand around(HedgedPosition position);
}
