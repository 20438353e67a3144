package io.arb.core.hedge;

import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.util.Optional;

/** At what price, and how, a quantity is to be traded. Pure; implementations are immutable. */
sealed interface ExecutionAlgorithm permits PostOnlyThenCross, CrossOnly, AtOurPrice {

  /** The order that is wanted now, its quantity apart. */
  record Wish(Price limit, TimeInForce timeInForce) {}

  /**
   * The wanted order, if the market allows one.
   *
   * @param impatient the time for waiting is over
   */
  Optional<Wish> wish(LegMarket market, Side side, boolean impatient);

  /** True if it wants a resting order while it is patient. */
  boolean restsFirst();
}
