package io.arb.cli.greeks.hedging;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;

/** Readings of options that may be left out. Stateless. */
final class Numbers {
  private Numbers() {}

  static double positive(Fields fields, String name, double otherwise) throws FieldException {
    return fields.has(name) ? fields.positive(name) : otherwise;
  }

  static double notNegative(Fields fields, String name, double otherwise) throws FieldException {
    return fields.has(name) ? fields.notNegative(name) : otherwise;
  }

  /** Any number between two bounds, both included. */
  static double between(Fields fields, String name, double low, double high, double otherwise)
      throws FieldException {
    return fields.has(name)
        ? fields.number(
            name, "a number from " + low + " to " + high, value -> value >= low && value <= high)
        : otherwise;
  }

  /** A whole number between two bounds, both included. */
  static int whole(Fields fields, String name, int low, int high, int otherwise)
      throws FieldException {
    return fields.has(name)
        ? (int)
            fields.number(
                name,
                "a whole number from " + low + " to " + high,
                value -> value >= low && value <= high && value == Math.rint(value))
        : otherwise;
  }
}
