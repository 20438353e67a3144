package io.arb.core.paper;

/** Why a paper venue did not take an order, in the order in which it looks. */
public enum Refusal {
  UNKNOWN_INSTRUMENT,
  /** Listed, but expired. */
  INSTRUMENT_INACTIVE,
  /** Not a multiple of the step, under the minimum or over the maximum. */
  INVALID_QUANTITY,
  /** Zero or not a multiple of the tick. */
  INVALID_PRICE,
  /** Would trade beyond the price band. */
  PRICE_BEYOND_BAND,
  /** Post-only and not a limit order. */
  POST_ONLY_NOT_LIMIT,
  /** Reduce-only and able to rest. */
  REDUCE_ONLY_RESTS,
  /** Reduce-only and larger than the position, or in its direction. */
  REDUCE_ONLY_GROWS,
  /** Its own time limit has passed. */
  EXPIRED,
  TOO_MANY_OPEN_ORDERS,
  INSUFFICIENT_MARGIN,
  /** It would trade with an order of the same account. */
  SELF_CROSS,
  /** Post-only and it would trade. */
  POST_ONLY_CROSSES,
  /** Immediate or market, and nothing to trade with inside limit and band. */
  NO_LIQUIDITY,
  /** Fill-or-kill and the book is too thin. */
  NOT_FILLED_IN_FULL
}
