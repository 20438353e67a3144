package io.arb.core.model;

/** How long an order may rest. */
public enum TimeInForce {
  /** Rests until cancelled. */
  GOOD_TILL_CANCELLED,
  /** Rests until cancelled; refused if it would trade at once. */
  POST_ONLY,
  /** Trades what it can at once, the rest is cancelled. */
  IMMEDIATE_OR_CANCEL
}
