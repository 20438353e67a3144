package io.arb.core.paper;

/** Why an order of a paper venue ended before it was filled. */
public enum EndReason {
  /** It has not ended, or it was filled. */
  NONE,
  USER_REQUEST,
  CANCEL_ON_DISCONNECT,
  /** An immediate or market order found less than it wanted. */
  PARTIAL_FILL,
  /** The account could not bear the trade when it was about to happen. */
  INSUFFICIENT_MARGIN,
  MARKET_MAKER_PROTECTION,
  SESSION_KEY_DEREGISTERED,
  /** Its own time limit was reached. */
  EXPIRED,
  /** The instrument is not traded any more. */
  INSTRUMENT_CLOSED
}
