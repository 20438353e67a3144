package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import io.arb.greeks.OptionPrice;
import java.util.Objects;

/** What the surface says an option is worth, or why it says nothing. Immutable. */
public sealed interface SurfacePrice {
  /**
   * A price, and how far to stay away from it.
   *
   * @param price undiscounted value, volatility and greeks
   * @param forwardUsd forward of the option's expiry
   * @param years to expiry at the time of the request
   * @param uncertainty of the volatility
   */
  record Priced(OptionPrice price, double forwardUsd, double years, VolUncertainty uncertainty)
      implements SurfacePrice {
    public Priced {
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(uncertainty, "uncertainty");
      Arguments.positive("forwardUsd", forwardUsd);
      Arguments.positive("years", years);
    }

    /** The volatility it may be bought at; at least 0. */
    public double bidVol() {
      return Math.max(0, price.volFraction() - uncertainty.total());
    }

    /** The volatility it may be sold at. */
    public double askVol() {
      return price.volFraction() + uncertainty.total();
    }

    /**
     * What it may be bought at: the price less vega times uncertainty less what hedging costs.
     *
     * @param hedgeCostUsd at least 0
     */
    public double bidUsd(double hedgeCostUsd) {
      return Math.max(0, price.priceUsd() - marginUsd(hedgeCostUsd));
    }

    /** What it may be sold at, likewise. */
    public double askUsd(double hedgeCostUsd) {
      return price.priceUsd() + marginUsd(hedgeCostUsd);
    }

    private double marginUsd(double hedgeCostUsd) {
      Arguments.notNegative("hedgeCostUsd", hedgeCostUsd);
      return price.greeks().vega() * uncertainty.total() + hedgeCostUsd;
    }
  }

  /**
   * No price.
   *
   * @param reason why
   * @param value the number that decided it, in the reason's unit
   * @param limit what it would have had to keep
   */
  record Refused(Refusal reason, double value, double limit) implements SurfacePrice {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Why a surface prices an option not. */
  enum Refusal {
    /** The option has expired; milliseconds left, and 0. */
    EXPIRED,
    /** The surface is too old, or from the future; age and most age in milliseconds. */
    STALE,
    /** The strike lies outside of the quoted ones; distance and most distance in log-moneyness. */
    STRIKE_TOO_FAR,
    /** The expiry lies outside of the listed ones; distance and most distance in log time. */
    EXPIRY_TOO_FAR,
    /** The quotes next to it are not fitted well; share of them met, and the least share. */
    POOR_FIT,
    /** The surface has arbitrage there; lowest {@code g} or difference of variance, and 0. */
    ARBITRAGE
  }
}
