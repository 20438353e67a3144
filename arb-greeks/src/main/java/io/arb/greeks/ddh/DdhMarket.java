package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * The perpetual as one decision sees it. The caller answers for its age.
 *
 * @param markUsd the venue's mark price, above 0
 * @param touch best prices without our own orders
 * @param rules tick, step and sizes
 */
public record DdhMarket(double markUsd, Touch touch, PerpRules rules) {
  public DdhMarket {
    Arguments.positive("markUsd", markUsd);
  }

  /**
   * The wanted price made passive: a tick away from crossing the book and never more eager than the
   * middle of the market, which is the mid price or, where that is not trusted, the mark.
   */
  double passivePrice(HedgeSide side, double wantedUsd, double midPriceTolUsd) {
    var opposite = touch.opposite(side);
    double price =
        opposite.isPresent()
            ? side.lessEager(wantedUsd, opposite.getAsDouble() - side.sign() * rules.tickUsd())
            : wantedUsd;
    return side.lessEager(price, touch.mid(midPriceTolUsd).orElse(markUsd));
  }
}
