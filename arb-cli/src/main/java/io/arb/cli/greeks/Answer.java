package io.arb.cli.greeks;

import io.arb.greeks.Black76;
import io.arb.greeks.ImpliedVol;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.inverse.InverseOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What was asked about one option, and what it is worth. Immutable.
 *
 * @param id of the row, or its line
 * @param value of one unit; empty if no volatility gives the price that was asked about
 */
record Answer(String id, Contract contract, Volatility volatility, Optional<OptionPrice> value) {
  static Answer of(String id, Contract contract, Volatility volatility) {
    OptionalDouble vol = fraction(volatility);
    return new Answer(
        id,
        contract,
        volatility,
        vol.isPresent() ? Optional.of(price(contract, vol.getAsDouble())) : Optional.empty());
  }

  private static OptionalDouble fraction(Volatility volatility) {
    return switch (volatility) {
      case Volatility.Given(double given) -> OptionalDouble.of(given);
      case Volatility.Implied(double price, ImpliedVol.Solved(double solved)) ->
          OptionalDouble.of(solved);
      case Volatility.Implied implied -> OptionalDouble.empty();
    };
  }

  private static OptionPrice price(Contract contract, double vol) {
    Market market = contract.market();
    return Black76.price(
        contract.type(),
        market.forwardUsd(),
        contract.strikeUsd(),
        contract.years(),
        vol,
        market.rate());
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

  /** What solving came to; empty if the volatility was given. */
  Optional<Verdict> verdict() {
    return volatility instanceof Volatility.Implied implied
        ? Optional.of(Verdict.of(implied.solution()))
        : Optional.empty();
  }

  /** A figure in coins of the whole quantity. */
  OptionalDouble totalInverse(ToDoubleFunction<InverseOption> ofOne) {
    double forward = contract.market().forwardUsd();
    return total(one -> ofOne.applyAsDouble(new InverseOption(one, forward)));
  }

  /** A figure of the whole quantity. */
  OptionalDouble total(ToDoubleFunction<OptionPrice> ofOne) {
    return value.isPresent()
        ? OptionalDouble.of(contract.quantity() * ofOne.applyAsDouble(value.get()))
        : OptionalDouble.empty();
  }
}
