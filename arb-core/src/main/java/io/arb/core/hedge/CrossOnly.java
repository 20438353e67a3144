package io.arb.core.hedge;

import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Takes what the book offers: immediate-or-cancel, limited to the best opposite price and a bound
 * beyond it.
 *
 * @param boundBps basis points of the reference price
 */
record CrossOnly(int boundBps) implements ExecutionAlgorithm {

  @Override
  public Optional<Wish> wish(LegMarket market, Side side, boolean impatient) {
    return market
        .best(side.opposite())
        .map(touch -> new Wish(bound(market, side, touch), TimeInForce.IMMEDIATE_OR_CANCEL));
  }

  @Override
  public boolean restsFirst() {
    return false;
  }

  private Price bound(LegMarket market, Side side, Price touch) {
    Price tick = market.spec().tick();
    BigDecimal slip =
        market.reference().usd().multiply(BigDecimal.valueOf(boundBps)).movePointLeft(4);
    BigDecimal signed = side == Side.BUY ? slip : slip.negate();
    return touch.plusClamped(signed).passiveTo(tick, side).max(tick);
  }
}
