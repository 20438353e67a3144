package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Money;
import java.util.List;

/**
 * A customer of the simulated exchange. Immutable. In V3 the wallet's own key may log in and sign,
 * too; so it may in V2, where the address would belong to a contract.
 *
 * @param address owner of the subaccounts
 * @param subaccountIds at least one; the accounts of the paper venue have these numbers as names
 * @param deposit cash that each subaccount begins with, USD
 * @param keys session keys
 */
public record DeriveWallet(
    Address address, List<Long> subaccountIds, Money deposit, List<DeriveKey> keys) {
  public DeriveWallet {
    subaccountIds = List.copyOf(subaccountIds);
    keys = List.copyOf(keys);
    if (subaccountIds.isEmpty()) {
      throw new IllegalArgumentException("subaccountIds must not be empty for wallet " + address);
    }
  }
}
