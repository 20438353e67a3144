package io.arb.core.model;

/** The id that a trade source gave to a request for quote. */
public record RfqId(String value) {
  public RfqId {
    Ids.requireText("RfqId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
