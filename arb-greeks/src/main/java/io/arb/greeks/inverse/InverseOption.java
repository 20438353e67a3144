package io.arb.greeks.inverse;

import io.arb.greeks.Arguments;
import io.arb.greeks.OptionPrice;

/**
 * One coin-settled option on one coin: it pays {@code max(w (S - K), 0) / S} coins and is worth
 * {@code c = V / F} coins. Immutable; safe from any thread.
 *
 * @param usd value and greeks in USD, {@code V}, from a model or read from a venue
 * @param forwardUsd the forward {@code F} that value belongs to, above 0: a venue's underlying
 *     price, not its index price
 */
public record InverseOption(OptionPrice usd, double forwardUsd) {
  public InverseOption {
    Arguments.positive("forwardUsd", forwardUsd);
  }

  /** Premium {@code c = V / F} in coins. */
  public double priceCoins() {
    return usd.priceUsd() / forwardUsd;
  }

  /**
   * Coins to be short in the future against one long option: {@code dV/dF} for {@link
   * DeltaConvention#USD}, {@code dV/dF - c} for {@link DeltaConvention#COIN}. The latter is below
   * -1 for a put far in the money and 0 for a call struck at 0, which is the coin itself.
   */
  public double delta(DeltaConvention convention) {
    double delta = usd.greeks().delta();
    return switch (convention) {
      case USD -> delta;
      case COIN -> delta - priceCoins();
    };
  }

  /** {@code dc/dF = (delta - c) / F}: coins per 1 USD move of the forward. */
  public double coinsPerUsd() {
    return delta(DeltaConvention.COIN) / forwardUsd;
  }

  /** {@code d2c/dF2 = gamma / F - 2 (delta - c) / F^2}: coins per USD squared, of either sign. */
  public double convexity() {
    return (usd.greeks().gamma() - 2 * coinsPerUsd()) / forwardUsd;
  }

  /** Coins per volatility point, {@code vega / (100 F)}. */
  public double vegaPerPoint() {
    return usd.greeks().vegaPerPoint() / forwardUsd;
  }

  /** Coins per calendar day, {@code theta / (365 F)}, also when less than a day is left. */
  public double thetaPerDay() {
    return usd.greeks().thetaPerDay() / forwardUsd;
  }
}
