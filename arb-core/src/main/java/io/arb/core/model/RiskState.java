package io.arb.core.model;

/** What the risk manager allows. Hedging is allowed in every state. */
public enum RiskState {
  /** New risk inside the limits. */
  ACTIVE,
  /** No new quotes; existing risk is hedged. A limit was passed. */
  REDUCING,
  /** No new quotes until a person says so. */
  HALTED
}
