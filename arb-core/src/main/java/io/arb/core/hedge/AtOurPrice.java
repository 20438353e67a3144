package io.arb.core.hedge;

import io.arb.core.model.Price;
import io.arb.core.model.Side;
import java.util.Optional;

/**
 * Trades as {@code inner} would, but never beyond a price of ours: an order that the market does
 * not meet at that price finds nothing to trade with.
 *
 * @param reserve the lowest price to sell at, the highest to buy at
 */
record AtOurPrice(ExecutionAlgorithm inner, Price reserve) implements ExecutionAlgorithm {

  @Override
  public Optional<Wish> wish(LegMarket market, Side side, boolean impatient) {
    Price tick = market.spec().tick();
    return inner
        .wish(market, side, impatient)
        .map(wish -> new Wish(bounded(wish.limit(), side, tick), wish.timeInForce()))
        .filter(wish -> !wish.limit().isZero());
  }

  private Price bounded(Price limit, Side side, Price tick) {
    return switch (side) {
      case SELL -> limit.max(reserve.ceilTo(tick));
      case BUY -> limit.min(reserve.floorTo(tick));
    };
  }

  @Override
  public boolean restsFirst() {
    return inner.restsFirst();
  }
}
