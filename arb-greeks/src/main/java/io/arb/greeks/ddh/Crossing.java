package io.arb.greeks.ddh;

import io.arb.greeks.ddh.DdhAction.Cross;
import java.util.Optional;

/** When and how far the hard limit lets a hedger take. */
final class Crossing {
  private Crossing() {}

  /** The side that reduces a delta. */
  static HedgeSide reducing(double delta) {
    return delta > 0 ? HedgeSide.SELL : HedgeSide.BUY;
  }

  /**
   * The taking order that is due: for all of the delta, limited to the bound around the mark; empty
   * while it is not due, too small to send, or nobody offers within the bound.
   */
  static Optional<Cross> due(
      HardLimit hardLimit, double delta, DdhMarket market, long breachedMillis) {
    if (!hardLimit.isDue(delta, breachedMillis)) {
      return Optional.empty();
    }
    HedgeSide side = reducing(delta);
    double furthest = market.markUsd() + side.sign() * hardLimit.maxCrossUsd();
    double limit = market.rules().onTick(side, Math.max(furthest, market.rules().tickUsd()));
    double amount = market.rules().sendable(Math.abs(delta));
    return amount > 0 && isReachable(side, limit, market.touch())
        ? Optional.of(new Cross(limit, amount))
        : Optional.empty();
  }

  /** Whether an order at this limit would trade. */
  static boolean isReachable(HedgeSide side, double limitUsd, Touch touch) {
    var opposite = touch.opposite(side);
    return opposite.isPresent() && side.sign() * (limitUsd - opposite.getAsDouble()) >= 0;
  }
}
