package io.arb.cli.greeks;

import io.arb.greeks.ImpliedVol;
import io.arb.greeks.inverse.InverseOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What was asked about one option, and what it is worth. Immutable.
 *
 * @param id of the row, or its line
 * @param isInverse whether it settles in coins: then its greeks are by the forward in any case
 * @param value of one unit; empty if no volatility gives the price that was asked about
 */
record Answer(
    String id,
    Contract contract,
    Volatility volatility,
    boolean isInverse,
    Optional<Valuation> value) {
  static Answer of(String id, Contract contract, Volatility volatility, boolean isInverse) {
    OptionalDouble vol = fraction(volatility);
    Optional<Valuation> value =
        vol.isPresent()
            ? Optional.of(Valuation.of(contract, vol.getAsDouble(), !isInverse))
            : Optional.empty();
    return new Answer(id, contract, volatility, isInverse, value);
  }

  private static OptionalDouble fraction(Volatility volatility) {
    return switch (volatility) {
      case Volatility.Given(double given) -> OptionalDouble.of(given);
      case Volatility.Implied(double price, ImpliedVol.Solved(double solved)) ->
          OptionalDouble.of(solved);
      case Volatility.Implied implied -> OptionalDouble.empty();
    };
  }

  boolean isAnswered() {
    return value.isPresent();
  }

  /** The volatility, given or found. */
  OptionalDouble volFraction() {
    return fraction(volatility);
  }

  /** The price that was asked about, for one unit, in USD or in coins. */
  OptionalDouble askedPrice() {
    return volatility instanceof Volatility.Implied implied
        ? OptionalDouble.of(implied.price())
        : OptionalDouble.empty();
  }

  /** What the greeks are derivatives by: the spot or the forward. */
  String greeksBy() {
    return contract.market().hasSpot() && !isInverse ? "spot" : "forward";
  }

  /** What solving came to; empty if the volatility was given. */
  Optional<Verdict> verdict() {
    return volatility instanceof Volatility.Implied implied
        ? Optional.of(Verdict.of(implied.solution()))
        : Optional.empty();
  }

  /** What to know about the figures. */
  Optional<String> note() {
    return value
        .filter(valuation -> valuation.first().atKink())
        .map(kink -> "forward equals strike at expiry: gamma has no value, delta is half its jump");
  }

  /** A figure in coins of the whole quantity. */
  OptionalDouble totalInverse(ToDoubleFunction<InverseOption> ofOne) {
    double forward = contract.market().forwardUsd();
    return total(one -> ofOne.applyAsDouble(new InverseOption(one.first(), forward)));
  }

  /** A figure of the whole quantity. */
  OptionalDouble total(ToDoubleFunction<Valuation> ofOne) {
    return value.isPresent()
        ? OptionalDouble.of(contract.quantity() * ofOne.applyAsDouble(value.get()))
        : OptionalDouble.empty();
  }
}
