package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import java.util.OptionalDouble;

/**
 * The market of one expiry. Immutable.
 *
 * @param spotUsd price of the underlying, if the forward came from it
 * @param forwardUsd forward of the expiry, above 0
 * @param rate interest a year, continuously compounded
 * @param carry what holding the underlying yields a year, continuously compounded, with a spot
 */
record Market(OptionalDouble spotUsd, double forwardUsd, double rate, OptionalDouble carry) {
  private static final double MOST_RATE = 2;
  private static final double LEAST_FORWARD = 1e-15;
  private static final String RATE_EXPECTED = "a rate such as 0.03 or 3%, from -2 to 2";

  /** Reads spot or forward, rate and carry. */
  static Market read(Fields fields, double years) throws FieldException {
    double rate = rate(fields, "rate");
    if (fields.has("forward")) {
      return forward(fields, rate);
    }
    double carry = rate(fields, "carry");
    if (!fields.has("spot")) {
      throw fields.problem("spot", "the price of the underlying, or else its forward");
    }
    double spot = fields.positive("spot");
    double forward = spot * Math.exp((rate - carry) * years);
    if (!(forward >= LEAST_FORWARD && forward <= 1 / LEAST_FORWARD)) {
      throw fields.problem("expiry", "a forward from 1e-15 to 1e15 at this spot, rate and carry");
    }
    return new Market(OptionalDouble.of(spot), forward, rate, OptionalDouble.of(carry));
  }

  private static Market forward(Fields fields, double rate) throws FieldException {
    for (String other : new String[] {"spot", "carry"}) {
      if (fields.has(other)) {
        throw fields.problem(other, "nothing beside the forward");
      }
    }
    return new Market(
        OptionalDouble.empty(), fields.positive("forward"), rate, OptionalDouble.empty());
  }

  private static double rate(Fields fields, String name) throws FieldException {
    return fields.has(name)
        ? fields.number(name, RATE_EXPECTED, value -> Math.abs(value) <= MOST_RATE)
        : 0;
  }

  boolean hasSpot() {
    return spotUsd.isPresent();
  }

  /** Where the forward came from. */
  String forwardFrom() {
    return hasSpot() ? "spot" : "given";
  }
}
