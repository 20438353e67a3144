package io.arb.core.model;

/**
 * Something that can be traded, named without regard to a venue. Adapters translate to and from the
 * names of their venue.
 */
public sealed interface Instrument permits Option, Perpetual {
  Underlying underlying();

  /** A short name for people and logs: {@code ETH-20261127-2500-C}, {@code ETH-PERP}. */
  String symbol();
}
