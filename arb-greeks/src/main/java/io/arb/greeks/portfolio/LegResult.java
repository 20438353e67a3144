package io.arb.greeks.portfolio;

/** What became of one leg in a sum. */
sealed interface LegResult {

  /** Its greeks by the index, times its units. */
  record Counted(Leg leg, Index index, IndexGreeks greeks) implements LegResult {}

  /** It stays out. */
  record Skipped(SkippedLeg report) implements LegResult {}
}
