package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.paper.AccountId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wallets, their subaccounts and what they have set. Owned by the simulator's thread. */
final class Registry {
  private final Map<Address, DeriveWallet> wallets = new LinkedHashMap<>();
  private final Map<Long, DeriveWallet> owners = new LinkedHashMap<>();
  private final Set<Address> cancelOnDisconnect = new HashSet<>();

  Registry(List<DeriveWallet> customers) {
    for (DeriveWallet wallet : customers) {
      wallets.put(wallet.address(), wallet);
      for (Long id : wallet.subaccountIds()) {
        if (owners.put(id, wallet) != null) {
          throw new IllegalArgumentException("subaccount " + id + " must have one owner");
        }
      }
    }
  }

  /** The account of the paper venue behind a subaccount. */
  static AccountId account(long subaccountId) {
    return new AccountId(Long.toString(subaccountId));
  }

  Optional<DeriveWallet> wallet(Address address) {
    return Optional.ofNullable(wallets.get(address));
  }

  Optional<DeriveWallet> ownerOf(long subaccountId) {
    return Optional.ofNullable(owners.get(subaccountId));
  }

  Set<Long> subaccounts() {
    return owners.keySet();
  }

  /** The subaccount behind an account of the venue; empty for accounts of others. */
  Optional<Long> subaccount(AccountId account) {
    return owners.keySet().stream().filter(id -> account(id).equals(account)).findFirst();
  }

  boolean cancelsOnDisconnect(Address wallet) {
    return cancelOnDisconnect.contains(wallet);
  }

  void cancelOnDisconnect(Address wallet, boolean enabled) {
    if (enabled) {
      cancelOnDisconnect.add(wallet);
    } else {
      cancelOnDisconnect.remove(wallet);
    }
  }
}
