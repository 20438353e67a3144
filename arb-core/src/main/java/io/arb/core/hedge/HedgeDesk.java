package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.Price;
import io.arb.core.model.Side;
import java.math.BigDecimal;

/** What all hedges of trades share. Owned by the engine thread. */
record HedgeDesk(
    HedgeConfig config,
    boolean canReplace,
    OrderIntents intents,
    MarketView market,
    DeltaSource deltas) {

  /**
   * How an option is traded away.
   *
   * @param side what we do now
   * @param costPrice what one unit cost or brought us, fees included
   */
  ExecutionAlgorithm optionAlgorithm(Side side, Price costPrice) {
    CrossOnly cross = new CrossOnly(config.crossingBoundBps());
    ExecutionAlgorithm algorithm =
        switch (config.orderType()) {
          case POST_ONLY -> new PostOnlyThenCross(config.maxSpreadBps(), cross);
          case IOC -> cross;
        };
    return config.maxLossBps() == HedgeConfig.NO_LIMIT_BPS
        ? algorithm
        : new AtOurPrice(algorithm, reserve(side, costPrice));
  }

  private Price reserve(Side side, Price costPrice) {
    int signed = side == Side.SELL ? -config.maxLossBps() : config.maxLossBps();
    return costPrice.movedBps(BigDecimal.valueOf(signed));
  }

  ExecutionAlgorithm perpetualAlgorithm() {
    return new CrossOnly(config.perpetualBoundBps());
  }
}
