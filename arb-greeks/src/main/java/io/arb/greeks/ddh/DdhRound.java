package io.arb.greeks.ddh;

/** Both sides of one decision, taken from the same state. */
public record DdhRound(SideDecision buy, SideDecision sell) {
  /** The decision for one side. */
  public SideDecision on(HedgeSide side) {
    return side == HedgeSide.BUY ? buy : sell;
  }
}
