package io.arb.deribit.simulator;

import java.util.Set;

/**
 * An API key of a customer.
 *
 * @param scopes what it may at most, such as {@code trade:read_write}; a missing one counts as none
 */
public record DeribitKey(String clientId, String clientSecret, Set<String> scopes) {
  public DeribitKey {
    scopes = Set.copyOf(scopes);
  }

  /** A key that may trade and change settings of the account, but not move money. */
  public static DeribitKey trading(String clientId, String clientSecret) {
    return new DeribitKey(
        clientId, clientSecret, Set.of("trade:read_write", "account:read_write", "wallet:none"));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "DeribitKey[" + clientId + ", " + scopes + "]";
  }
}
