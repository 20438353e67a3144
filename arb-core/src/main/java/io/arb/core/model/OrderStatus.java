package io.arb.core.model;

/** What a venue says about an order. */
public enum OrderStatus {
  /** Resting, wholly or in part. */
  OPEN,
  /** Traded in full. */
  FILLED,
  /** Gone before it was filled in full; what was filled stays valid. */
  CANCELLED,
  /** Ended by its own time limit; what was filled stays valid. */
  EXPIRED;

  public boolean isFinal() {
    return this != OPEN;
  }
}
