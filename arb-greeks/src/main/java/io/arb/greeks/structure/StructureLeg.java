package io.arb.greeks.structure;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.OptionType;
import java.util.function.DoubleUnaryOperator;

/** One part of a structure, bought or sold at a price. */
public sealed interface StructureLeg {
  /** Units of the underlying, not 0; negative is sold. */
  double quantity();

  /** What one unit was bought or sold at, USD, at least 0. */
  double priceUsd();

  /** What one unit is worth at expiry when the underlying settles at {@code settlementUsd}. */
  double payoffUsd(double settlementUsd);

  /**
   * Value and greeks of one unit before expiry, undiscounted.
   *
   * @param volAtStrike volatility as a fraction by strike in USD
   */
  OptionPrice unit(double forwardUsd, double years, DoubleUnaryOperator volAtStrike);

  /** {@code factor} times as much, at the same price. */
  StructureLeg times(double factor);

  /**
   * An option.
   *
   * @param strikeUsd above 0
   */
  record OptionLeg(double quantity, OptionType type, double strikeUsd, double priceUsd)
      implements StructureLeg {
    public OptionLeg {
      requireTrade(quantity, priceUsd);
      Arguments.positive("strikeUsd", strikeUsd);
    }

    @Override
    public double payoffUsd(double settlementUsd) {
      return type.intrinsicUsd(settlementUsd, strikeUsd);
    }

    @Override
    public OptionPrice unit(double forwardUsd, double years, DoubleUnaryOperator volAtStrike) {
      double vol = volAtStrike.applyAsDouble(strikeUsd);
      return Black76.price(type, forwardUsd, strikeUsd, years, vol);
    }

    @Override
    public OptionLeg times(double factor) {
      return new OptionLeg(quantity * factor, type, strikeUsd, priceUsd);
    }
  }

  /** The underlying itself, worth its forward until expiry. */
  record UnderlyingLeg(double quantity, double priceUsd) implements StructureLeg {
    public UnderlyingLeg {
      requireTrade(quantity, priceUsd);
    }

    @Override
    public double payoffUsd(double settlementUsd) {
      return settlementUsd;
    }

    @Override
    public OptionPrice unit(double forwardUsd, double years, DoubleUnaryOperator volAtStrike) {
      return OptionPrice.of(forwardUsd, 0, new Greeks(1, 0, 0, 0, 0));
    }

    @Override
    public UnderlyingLeg times(double factor) {
      return new UnderlyingLeg(quantity * factor, priceUsd);
    }
  }

  private static void requireTrade(double quantity, double priceUsd) {
    Arguments.positive("quantity without sign", Math.abs(quantity));
    Arguments.notNegative("priceUsd", priceUsd);
  }
}
