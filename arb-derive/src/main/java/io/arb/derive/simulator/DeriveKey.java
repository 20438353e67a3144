package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import java.time.Instant;
import java.util.Set;

/**
 * A session key that may act for a wallet. Immutable.
 *
 * @param address of the key
 * @param expiresAt from then on the key is refused (14030)
 * @param scopes in V2 one of {@code read_only}, {@code account}, {@code admin}; in V3 names of the
 *     scope tree such as {@code trade:orderbook:perp}, {@code account_info}, {@code admin}
 * @param subaccountIds what the key is limited to; empty: all of the wallet
 */
public record DeriveKey(
    Address address, Instant expiresAt, Set<String> scopes, Set<Long> subaccountIds) {
  public DeriveKey {
    scopes = Set.copyOf(scopes);
    subaccountIds = Set.copyOf(subaccountIds);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("scopes must not be empty for key " + address);
    }
  }

  /** A key that may do everything in all subaccounts and never expires. */
  public static DeriveKey admin(Address address) {
    return new DeriveKey(address, Instant.MAX, Set.of("admin"), Set.of());
  }
}
