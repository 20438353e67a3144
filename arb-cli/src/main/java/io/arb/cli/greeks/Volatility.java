package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.ImpliedVol;
import java.util.List;

/** Where the volatility of an option comes from. Immutable. */
sealed interface Volatility {
  /**
   * Somebody knows it.
   *
   * @param fraction per square root of a year, 0.65 is 65%
   */
  record Given(double fraction) implements Volatility {
    private static final double MOST = 20;
    private static final String EXPECTED =
        "a volatility such as 0.65 or 65%, from 0 to 20 (which is 2000%)";

    static Given read(Fields fields) throws FieldException {
      return new Given(fields.number("vol", EXPECTED, Given::isVol));
    }

    /** One for each of several options. */
    static List<Double> readAll(Fields fields, int count) throws FieldException {
      return fields.numbers("vols", count, EXPECTED, Given::isVol);
    }

    private static boolean isVol(double value) {
      return value >= 0 && value <= MOST;
    }
  }

  /**
   * A price has it.
   *
   * @param price that price, for one unit, as it was asked about: in USD or in coins
   * @param solution what it says about the volatility
   */
  record Implied(double price, ImpliedVol solution) implements Volatility {
    /**
     * Solves for the field {@code price}.
     *
     * @param isInverse whether the price is in coins
     */
    static Implied read(Fields fields, Contract contract, boolean isInverse) throws FieldException {
      double forward = contract.market().forwardUsd();
      double price = fields.notNegative("price");
      return new Implied(
          price,
          ImpliedVol.solve(
              contract.type(),
              isInverse ? price * forward : price,
              forward,
              contract.strikeUsd(),
              contract.years(),
              contract.market().rate()));
    }
  }
}
