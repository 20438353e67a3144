package io.arb.greeks.ddh;

/** Side of a hedge order in the perpetual. */
public enum HedgeSide {
  /** Rests below the market, for the moment when delta has fallen to the lower limit. */
  BUY(1),
  /** Rests above the market, for the moment when delta has risen to the upper limit. */
  SELL(-1);

  private final int sign;

  HedgeSide(int sign) {
    this.sign = sign;
  }

  /** {@code +1} for a buy, {@code -1} for a sell: what a fill of 1 adds to delta. */
  public int sign() {
    return sign;
  }

  /** Whichever of two prices is further from the market on this side. */
  double lessEager(double onePriceUsd, double otherPriceUsd) {
    return sign > 0 ? Math.min(onePriceUsd, otherPriceUsd) : Math.max(onePriceUsd, otherPriceUsd);
  }
}
