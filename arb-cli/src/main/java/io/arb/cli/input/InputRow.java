package io.arb.cli.input;

/** One row of a file, understood or not. Immutable. */
public sealed interface InputRow {
  /** Where it stands, counted from 1. */
  long line();

  /** A row with known fields; whether they make sense is for the reader of the fields to say. */
  record Read(long line, Fields fields) implements InputRow {}

  /**
   * A row that could not be taken apart.
   *
   * @param problem one line for people
   */
  record Refused(long line, String problem) implements InputRow {}
}
