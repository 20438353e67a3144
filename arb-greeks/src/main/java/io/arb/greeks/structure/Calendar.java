package io.arb.greeks.structure;

import io.arb.greeks.Arguments;
import io.arb.greeks.Black76;
import io.arb.greeks.Greeks;
import io.arb.greeks.OptionType;

/**
 * An option sold and one of the same type and strike bought for a later expiry.
 *
 * @param quantity units of the underlying, not 0; negative is the other side: later one sold
 * @param strikeUsd above 0
 * @param nearYears to the earlier expiry, years of 365 days, at least 0
 * @param farYears to the later expiry, above {@code nearYears}
 * @param nearPriceUsd premium of one unit of the earlier option, at least 0
 * @param farPriceUsd premium of one unit of the later option, at least 0
 */
public record Calendar(
    double quantity,
    OptionType type,
    double strikeUsd,
    double nearYears,
    double farYears,
    double nearPriceUsd,
    double farPriceUsd) {
  public Calendar {
    Arguments.positive("quantity without sign", Math.abs(quantity));
    Arguments.positive("strikeUsd", strikeUsd);
    Arguments.notNegative("nearYears", nearYears);
    Arguments.finite("farYears", farYears);
    Arguments.notNegative("nearPriceUsd", nearPriceUsd);
    Arguments.notNegative("farPriceUsd", farPriceUsd);
    if (nearYears >= farYears) {
      throw new IllegalArgumentException(
          "calendar needs nearYears < farYears, got " + nearYears + " and " + farYears);
    }
  }

  /** What the legs cost, USD; negative if more was received than paid. */
  public double costUsd() {
    return quantity * (farPriceUsd - nearPriceUsd);
  }

  /**
   * Profit when the earlier option settles at {@code settlementUsd > 0} and the later one is sold
   * at its {@link Black76} value then.
   */
  public double profitUsd(double settlementUsd, FarOption far) {
    Arguments.positive("settlementUsd", settlementUsd);
    return quantity * new CalendarLine(this, far).unitProfitUsd(settlementUsd);
  }

  /**
   * Break-evens and the highest gain and loss when the earlier option expires. Break-evens are
   * found to the last digit of {@link #profitUsd}; there are at most three. One at which the later
   * forward would be under 1e-49 or above 1e49 USD is left out.
   */
  public ProfitProfile profile(FarOption far) {
    return new CalendarLine(this, far).profile();
  }

  /**
   * Sensitivities before the earlier expiry, undiscounted. Delta and gamma are by the earlier
   * forward, with which the later one moves in proportion. Vega is for the same move of both
   * volatilities.
   *
   * @param nearForwardUsd forward of the earlier expiry, above 0
   * @param farForwardUsd forward of the later expiry, above 0
   */
  public Greeks greeks(double nearForwardUsd, double nearVol, double farForwardUsd, double farVol) {
    Greeks near = Black76.price(type, nearForwardUsd, strikeUsd, nearYears, nearVol).greeks();
    Greeks far = Black76.price(type, farForwardUsd, strikeUsd, farYears, farVol).greeks();
    double ratio = farForwardUsd / nearForwardUsd;
    var farByNear =
        new Greeks(
            far.delta() * ratio, far.gamma() * ratio * ratio, far.vega(), far.theta(), far.rho());
    return farByNear.plus(near.times(-1)).times(quantity);
  }
}
