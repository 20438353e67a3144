package io.arb.cli.input;

/** How a line says what its fields are. */
interface RowFormat {
  /** Takes a line apart that is not blank. */
  Fields fields(String line) throws FieldException;
}
