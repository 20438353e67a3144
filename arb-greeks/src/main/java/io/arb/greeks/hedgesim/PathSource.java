package io.arb.greeks.hedgesim;

import java.util.function.Supplier;

/** Where price paths come from. Immutable; the same source gives the same paths every time. */
public sealed interface PathSource permits GbmPaths, HistoricalPaths {
  /** Paths in a block: the unit of work of a thread. Even, so that antithetic pairs stay whole. */
  int BLOCK = 256;

  /** How many paths there are, at least 1. */
  int paths();

  /** The longest path, in years. */
  double horizonYears();

  /** How many paths that follow each other belong together: 2 for antithetic pairs, else 1. */
  int pathsPerDraw();

  /** The paths of one block, from its first on. */
  Supplier<PricePath> block(int block);
}
