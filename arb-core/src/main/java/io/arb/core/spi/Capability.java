package io.arb.core.spi;

/**
 * What an exchange can do beyond placing and cancelling, so that the core asks instead of failing.
 */
public enum Capability {
  /** Cancel and create in one step, guarded by the filled quantity. */
  REPLACE,
  /** An order that takes liquidity inside a limit. */
  IMMEDIATE_OR_CANCEL,
  /** The venue cancels resting orders when the connection ends. */
  CANCEL_ON_DISCONNECT,
  /** An unanswered order can be made impossible by using up its nonce. */
  BURN_NONCE
}
