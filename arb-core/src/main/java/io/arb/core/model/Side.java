package io.arb.core.model;

/** The direction of an order or trade, from the point of view of whoever sends it. */
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
