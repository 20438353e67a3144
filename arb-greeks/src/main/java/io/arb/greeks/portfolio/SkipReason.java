package io.arb.greeks.portfolio;

/** Why a leg is not in a total. */
public enum SkipReason {
  /** The caller had no value for it. */
  MISSING,
  /** Its value is older than allowed. */
  STALE,
  /** It has expired: what it pays is no sensitivity any more, but a settlement to be booked. */
  EXPIRED,
  /** There is no index of its underlying. */
  NO_INDEX,
  /** The index of its underlying is older than allowed. */
  STALE_INDEX
}
