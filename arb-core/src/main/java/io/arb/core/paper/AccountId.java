package io.arb.core.paper;

/** Names an account of a paper venue, for example a subaccount number. */
public record AccountId(String value) {
  public AccountId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("AccountId must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
