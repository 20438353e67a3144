package io.arb.core.model;

/** The id that an exchange gave to an order. */
public record VenueOrderId(String value) {
  public VenueOrderId {
    Ids.requireText("VenueOrderId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
