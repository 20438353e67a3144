package io.arb.core.model;

/** The id that an exchange gave to one side of an execution; unique per exchange and account. */
public record FillId(String value) {
  public FillId {
    Ids.requireText("FillId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
