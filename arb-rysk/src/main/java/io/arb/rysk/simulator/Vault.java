package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has deposited how much of which token, in the token's smallest units. No balance is ever
 * negative. Owned by the simulator's thread.
 */
final class Vault {
  private final Map<RyskAccount, BigInteger> balances = new HashMap<>();

  BigInteger balance(Address owner, Address token) {
    return balances.getOrDefault(new RyskAccount(owner, token), BigInteger.ZERO);
  }

  void credit(Address owner, Address token, BigInteger amount) {
    balances.merge(new RyskAccount(owner, token), amount, BigInteger::add);
  }

  boolean covers(Address owner, Address token, BigInteger amount) {
    return balance(owner, token).compareTo(amount) >= 0;
  }

  /**
   * Takes what is there.
   *
   * @throws IllegalStateException if it is not: the caller has to ask first
   */
  void debit(Address owner, Address token, BigInteger amount) {
    BigInteger left = balance(owner, token).subtract(amount);
    if (left.signum() < 0) {
      throw new IllegalStateException(owner + " has " + left.negate() + " too little of " + token);
    }
    RyskAccount account = new RyskAccount(owner, token);
    if (left.signum() == 0) {
      balances.remove(account);
    } else {
      balances.put(account, left);
    }
  }

  Map<RyskAccount, BigInteger> snapshot() {
    return Map.copyOf(balances);
  }
}
