package io.arb.core.paper;

/** How an order is priced. */
public enum OrderKind {
  /** Trades at its limit or better; may rest. */
  LIMIT,
  /** Trades what it can inside the price band and its limit, and never rests. */
  MARKET
}
