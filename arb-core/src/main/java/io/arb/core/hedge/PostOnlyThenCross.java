package io.arb.core.hedge;

import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Rests one tick better than the best order of others, within a distance of the reference price and
 * never through the market; crosses when the time for waiting is over.
 *
 * @param maxSpreadBps greatest distance from the reference price, basis points of it
 * @param cross what follows
 */
record PostOnlyThenCross(int maxSpreadBps, CrossOnly cross) implements ExecutionAlgorithm {

  @Override
  public Optional<Wish> wish(LegMarket market, Side side, boolean impatient) {
    if (impatient) {
      return cross.wish(market, side, true);
    }
    Price limit =
        switch (side) {
          case SELL -> restingAsk(market);
          case BUY -> restingBid(market);
        };
    return limit.isZero() ? Optional.empty() : Optional.of(new Wish(limit, TimeInForce.POST_ONLY));
  }

  @Override
  public boolean restsFirst() {
    return true;
  }

  private Price restingAsk(LegMarket market) {
    BigDecimal tick = market.spec().tick().usd();
    Price low = market.reference().movedBps(BigDecimal.valueOf(-maxSpreadBps));
    Price high = market.reference().movedBps(BigDecimal.valueOf(maxSpreadBps));
    Price improved = market.best(Side.SELL).map(ask -> ask.plusClamped(tick.negate())).orElse(high);
    Price inside = improved.max(low).min(high);
    Price passive =
        market.best(Side.BUY).map(bid -> inside.max(bid.plusClamped(tick))).orElse(inside);
    return passive.ceilTo(market.spec().tick());
  }

  private Price restingBid(LegMarket market) {
    BigDecimal tick = market.spec().tick().usd();
    Price low = market.reference().movedBps(BigDecimal.valueOf(-maxSpreadBps));
    Price high = market.reference().movedBps(BigDecimal.valueOf(maxSpreadBps));
    Price improved = market.best(Side.BUY).map(bid -> bid.plusClamped(tick)).orElse(low);
    Price inside = improved.max(low).min(high);
    Price passive =
        market
            .best(Side.SELL)
            .map(ask -> inside.min(ask.plusClamped(tick.negate())))
            .orElse(inside);
    return passive.floorTo(market.spec().tick());
  }
}
