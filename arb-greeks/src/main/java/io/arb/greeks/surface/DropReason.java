package io.arb.greeks.surface;

/** Why a quote says too little of the smile to be fitted. */
public enum DropReason {
  /** Nobody bids, or the bid is 0. */
  NO_BID,
  /** Nobody offers. */
  NO_ASK,
  /** The bid is at or above the offer. */
  CROSSED,
  /** In the money: its out-of-the-money twin says the same more exactly. */
  IN_THE_MONEY,
  /** The offer's volatility is too far above the bid's to say where the middle is. */
  WIDE,
  /** The middle of the prices is worth less than half a tick. */
  UNDER_HALF_TICK,
  /** A side is outside of what any volatility gives. */
  NO_VOLATILITY
}
