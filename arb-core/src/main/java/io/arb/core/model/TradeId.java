package io.arb.core.model;

/** Our id of a confirmed trade, unique across restarts. */
public record TradeId(String value) {
  public TradeId {
    Ids.requireText("TradeId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
