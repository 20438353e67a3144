package io.arb.core.model;

import java.util.Optional;

/**
 * Why an order was placed.
 *
 * @param trade the trade that it hedges; empty for the gamma DDH, which hedges the whole portfolio
 */
public record OrderPurpose(Kind kind, Optional<TradeId> trade) {
  /** What an order is for. */
  public enum Kind {
    /** Sells the option that a trade bought. */
    OPTION_HEDGE,
    /** Covers the delta of what could not be sold. */
    DELTA_HEDGE,
    /** Keeps the portfolio's delta inside its band. */
    GAMMA_DDH
  }

  public static OrderPurpose optionHedge(TradeId trade) {
    return new OrderPurpose(Kind.OPTION_HEDGE, Optional.of(trade));
  }

  public static OrderPurpose deltaHedge(TradeId trade) {
    return new OrderPurpose(Kind.DELTA_HEDGE, Optional.of(trade));
  }

  public static OrderPurpose gammaDdh() {
    return new OrderPurpose(Kind.GAMMA_DDH, Optional.empty());
  }
}
