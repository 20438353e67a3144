package io.arb.core.hedge;

import io.arb.core.market.MarketView;

/** What all hedges of trades share. Owned by the engine thread. */
record HedgeDesk(
    HedgeConfig config,
    boolean canReplace,
    OrderIntents intents,
    MarketView market,
    DeltaSource deltas) {

  ExecutionAlgorithm optionAlgorithm() {
    CrossOnly cross = new CrossOnly(config.crossingBoundBps());
    return switch (config.orderType()) {
      case POST_ONLY -> new PostOnlyThenCross(config.maxSpreadBps(), cross);
      case IOC -> cross;
    };
  }

  ExecutionAlgorithm perpetualAlgorithm() {
    return new CrossOnly(config.perpetualBoundBps());
  }
}
