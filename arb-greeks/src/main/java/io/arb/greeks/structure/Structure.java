package io.arb.greeks.structure;

import io.arb.greeks.Arguments;
import io.arb.greeks.Greeks;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * Options of one expiry and possibly their underlying, held together. {@link Structures} has the
 * usual ones.
 *
 * @param name what traders call it
 * @param years to the expiry of all options, years of 365 days, at least 0
 * @param legs at least one
 */
public record Structure(String name, double years, List<StructureLeg> legs) {
  public Structure {
    Arguments.notNegative("years", years);
    legs = List.copyOf(legs);
    if (legs.isEmpty()) {
      throw new IllegalArgumentException("legs of " + name + " must not be empty");
    }
  }

  /** {@code factor} of them: negative is the other side of every leg, 0 is refused. */
  public Structure times(double factor) {
    return new Structure(name, years, legs.stream().map(leg -> leg.times(factor)).toList());
  }

  /** What the legs cost, USD; negative if more was received than paid. */
  public double costUsd() {
    return sum(StructureLeg::priceUsd);
  }

  /** What the legs are worth at expiry at {@code settlementUsd >= 0}. */
  public double payoffUsd(double settlementUsd) {
    Arguments.notNegative("settlementUsd", settlementUsd);
    return sum(leg -> leg.payoffUsd(settlementUsd));
  }

  /** Payoff less cost. */
  public double profitUsd(double settlementUsd) {
    return payoffUsd(settlementUsd) - costUsd();
  }

  /**
   * Break-evens and the highest gain and loss at expiry. Exact: every number is taken as the
   * decimal it prints as, so that 100.3 less 100.2 is 0.1, and only the results are rounded.
   */
  public ProfitProfile profile() {
    return ProfitLine.of(legs).profile();
  }

  /**
   * Value before expiry by {@link io.arb.greeks.Black76}, undiscounted and without the cost.
   *
   * @param forwardUsd forward of the expiry, above 0
   * @param volAtStrike volatility as a fraction by strike in USD
   */
  public double valueUsd(double forwardUsd, DoubleUnaryOperator volAtStrike) {
    return sum(leg -> leg.unit(forwardUsd, years, volAtStrike).priceUsd());
  }

  /**
   * Sensitivities of {@link #valueUsd} by the forward, the volatility of every strike held still.
   */
  public Greeks greeks(double forwardUsd, DoubleUnaryOperator volAtStrike) {
    return legs.stream()
        .map(leg -> leg.unit(forwardUsd, years, volAtStrike).greeks().times(leg.quantity()))
        .reduce(Greeks.NONE, Greeks::plus);
  }

  private double sum(ToDoubleFunction<StructureLeg> ofOneUnit) {
    double sum = 0;
    for (StructureLeg leg : legs) {
      sum += leg.quantity() * ofOneUnit.applyAsDouble(leg);
    }
    return sum;
  }
}
