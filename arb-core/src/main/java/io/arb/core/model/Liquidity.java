package io.arb.core.model;

/** Whether an execution added liquidity to the book or took it. */
public enum Liquidity {
  MAKER,
  TAKER
}
