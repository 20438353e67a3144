package io.arb.greeks.portfolio;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;

/** How one unit of a leg is valued, or that it could not be. */
public sealed interface LegValue {

  /** A value there is. */
  sealed interface Known extends LegValue {
    /** Forward of the leg's own expiry, USD; of a future or a coin its price. */
    double forwardUsd();

    /** When the oldest input of the value was observed, epoch milliseconds. */
    long asOfMillis();
  }

  /** The value of an option. */
  sealed interface OptionValue extends Known {
    /** Epoch milliseconds at which the option expires. */
    long expiryMillis();

    /**
     * Slope of the smile at the strike, {@code dsigma/dk} with {@code k = ln(K/F)}: vol as a
     * fraction per unit of log-moneyness, 0 on a flat smile.
     */
    double volSlope();

    /** Sensitivities of one unit by its forward, {@code years > 0} before expiry. */
    Greeks greeks(double years);
  }

  /** A perpetual, a future or the coin itself: delta 1 by its own price, nothing else. */
  record Linear(double forwardUsd, long asOfMillis) implements Known {
    public Linear {
      Arguments.positive("forwardUsd", forwardUsd);
    }
  }

  /**
   * An option with greeks of somebody else: a venue's ticker, or a model of the caller such as
   * {@link io.arb.greeks.inverse.SettlementWindow} for the last half hour.
   */
  record Given(
      Greeks perUnit, double forwardUsd, long expiryMillis, double volSlope, long asOfMillis)
      implements OptionValue {
    public Given {
      Arguments.positive("forwardUsd", forwardUsd);
      Arguments.finite("volSlope", volSlope);
    }

    @Override
    public Greeks greeks(double years) {
      return perUnit;
    }
  }

  /**
   * An option to be valued with {@link Black76} at its volatility and an interest rate of 0, as if
   * it settled at the price of one moment.
   */
  record Modelled(
      OptionType type,
      double strikeUsd,
      double forwardUsd,
      double volFraction,
      long expiryMillis,
      double volSlope,
      long asOfMillis)
      implements OptionValue {
    public Modelled {
      Arguments.notNegative("strikeUsd", strikeUsd);
      Arguments.positive("forwardUsd", forwardUsd);
      Arguments.notNegative("volFraction", volFraction);
      Arguments.finite("volSlope", volSlope);
    }

    @Override
    public Greeks greeks(double years) {
      return Black76.price(type, forwardUsd, strikeUsd, years, volFraction).greeks();
    }
  }

  /**
   * No value: the leg is reported, and not counted.
   *
   * @param why what is missing, for people
   */
  record Missing(String why) implements LegValue {}
}
