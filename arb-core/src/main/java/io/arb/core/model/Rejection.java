package io.arb.core.model;

/** Why an exchange certainly does not have an order. */
public enum Rejection {
  /** Post-only and the price would have traded. */
  WOULD_CROSS(true),
  /** Immediate-or-cancel and nothing to trade with inside the limit. */
  NO_LIQUIDITY(true),
  /** Too many requests; try again later. */
  RATE_LIMITED(true),
  /** It never left this process. */
  NOT_SENT(true),
  /** The venue dropped it before its engine saw it, or it arrived too late. */
  DROPPED(true),
  /** It would have traded with an order of our own. */
  SELF_CROSS(true),
  INVALID_PRICE(false),
  INVALID_QUANTITY(false),
  INSUFFICIENT_MARGIN(false),
  INSTRUMENT_CLOSED(false),
  /** Key, signature, scope or account refused. */
  UNAUTHORISED(false),
  OTHER(false);

  private final boolean retryable;

  Rejection(boolean retryable) {
    this.retryable = retryable;
  }

  /** True if the same intention may succeed with a new order, a new price or a little later. */
  public boolean isRetryable() {
    return retryable;
  }
}
