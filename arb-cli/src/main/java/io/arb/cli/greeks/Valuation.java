package io.arb.cli.greeks;

import io.arb.greeks.Black76;
import io.arb.greeks.BlackScholes;
import io.arb.greeks.GreeksBuffer;
import io.arb.greeks.HigherGreeks;
import io.arb.greeks.OptionPrice;

/**
 * What one unit of an option is worth, with all its greeks. Immutable.
 *
 * @param first price and the first greeks
 * @param higher the others
 */
record Valuation(OptionPrice first, HigherGreeks higher) {
  /**
   * By the spot (Black-Scholes) if there is one and that is wanted, or by the forward (Black-76).
   */
  static Valuation of(Contract contract, double vol, boolean isBySpot) {
    GreeksBuffer buffer = new GreeksBuffer();
    Market market = contract.market();
    if (isBySpot && market.hasSpot()) {
      BlackScholes.fill(
          buffer,
          contract.type(),
          market.spotUsd().orElseThrow(),
          contract.strikeUsd(),
          contract.years(),
          vol,
          market.rate(),
          market.carry().orElseThrow());
    } else {
      Black76.fill(
          buffer,
          contract.type(),
          market.forwardUsd(),
          contract.strikeUsd(),
          contract.years(),
          vol,
          market.rate());
    }
    return new Valuation(buffer.toOptionPrice(), buffer.toHigherGreeks());
  }
}
