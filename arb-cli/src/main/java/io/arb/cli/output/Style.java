package io.arb.cli.output;

/** How people see a cell. JSON and CSV always carry every digit, unscaled. */
public enum Style {
  /** Words: they begin in the same place, where numbers end in the same place. */
  TEXT,
  /** Every digit that tells this double from its neighbours: for what was typed. */
  EXACT,
  /** Six significant digits, more if they stand before the point: for what was computed. */
  ROUNDED,
  /** A fraction as percent, rounded like {@link #ROUNDED}. */
  PERCENT
}
