package io.arb.core.model;

/**
 * The life of a trade.
 *
 * <pre>
 * PENDING --> QUOTED --> EXECUTED --> HEDGING --> HEDGED
 *    |           |                       |
 *    +-----------+--> CANCELLED          +--> FAILED --> HEDGING (asked for by a person)
 * </pre>
 *
 * A confirmation is a fact: it leads to EXECUTED from PENDING, QUOTED and CANCELLED alike.
 */
public enum TradeState {
  /** Asked for; no quote of ours is out. */
  PENDING,
  /** A quote of ours is out. */
  QUOTED,
  /** The source confirmed the trade; it is booked. */
  EXECUTED,
  /** Hedge orders are at work. */
  HEDGING,
  /** Fills prove that the risk is sold or its delta covered. */
  HEDGED,
  /** The hedge was given up after bounded attempts; a dead letter tells why. */
  FAILED,
  /** Nothing was traded, and nothing can be any more. */
  CANCELLED;

  /** True if the picture above has this arrow. */
  public boolean mayBecome(TradeState next) {
    return switch (this) {
      case PENDING -> next == QUOTED || next == CANCELLED || next == EXECUTED;
      case QUOTED -> next == CANCELLED || next == EXECUTED;
      case CANCELLED -> next == EXECUTED;
      case EXECUTED -> next == HEDGING;
      case HEDGING -> next == HEDGED || next == FAILED;
      case FAILED -> next == HEDGING;
      case HEDGED -> false;
    };
  }
}
