package io.arb.core.paper;

/** How long an order of a paper venue may live and whether it may take liquidity. */
public enum Lifetime {
  GOOD_TILL_CANCELLED,
  /** Refused if it would trade at once. */
  POST_ONLY,
  /** If it would trade at once, it is moved to one tick off the other side instead. */
  POST_ONLY_REPRICED,
  /** Trades what it can at once, the rest is cancelled; refused if it can trade nothing. */
  IMMEDIATE_OR_CANCEL,
  /** Trades in full at once or is refused. */
  FILL_OR_KILL;

  /** True if it never rests. */
  public boolean isImmediate() {
    return this == IMMEDIATE_OR_CANCEL || this == FILL_OR_KILL;
  }

  /** True if it never takes liquidity. */
  public boolean isPostOnly() {
    return this == POST_ONLY || this == POST_ONLY_REPRICED;
  }
}
