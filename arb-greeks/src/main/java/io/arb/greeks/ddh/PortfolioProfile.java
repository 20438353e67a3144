package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import java.util.List;

/**
 * Delta and gamma of options and a perpetual on one underlying at any price of the perpetual, by
 * repricing every option with {@link io.arb.greeks.Black76}. The caller has to leave no leg out: a
 * portfolio with an option missing is hedged the wrong way.
 *
 * @param legs summed in this order
 * @param perpQuantity units of the perpetual held, negative is short
 */
public record PortfolioProfile(List<OptionLeg> legs, double perpQuantity) implements GammaProfile {
  public PortfolioProfile {
    legs = List.copyOf(legs);
    Arguments.finite("perpQuantity", perpQuantity);
  }

  @Override
  public double deltaAt(double priceUsd) {
    double delta = perpQuantity;
    for (OptionLeg leg : legs) {
      delta += leg.deltaAt(priceUsd);
    }
    return delta;
  }

  /** Change of delta per 1 USD of the perpetual; the perpetual itself has none. */
  @Override
  public double gammaAt(double priceUsd) {
    double gamma = 0;
    for (OptionLeg leg : legs) {
      gamma += leg.gammaAt(priceUsd);
    }
    return gamma;
  }

  /**
   * The same portfolio later, everything else held still: its delta less today's is what time alone
   * does (charm, and the averaging before expiry).
   *
   * @param seconds at least 0
   */
  public PortfolioProfile aged(double seconds) {
    Arguments.notNegative("seconds", seconds);
    return new PortfolioProfile(legs.stream().map(leg -> leg.aged(seconds)).toList(), perpQuantity);
  }
}
