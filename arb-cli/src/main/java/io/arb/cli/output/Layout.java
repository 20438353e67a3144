package io.arb.cli.output;

/** How results look to people. JSON and CSV do not depend on it. */
public enum Layout {
  /** One line a column, for a single result or a few: name, value, unit. */
  CARD,
  /**
   * One line a result, columns as wide as their widest cell: held in memory until the end, so for
   * results that are few by nature.
   */
  TABLE,
  /** One line a result, printed at once in columns of fixed width: for any number of results. */
  STREAM
}
