package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The nonces that each address has spent, for whatever purpose. Only so many are kept of one
 * address: of more, the lowest are forgotten, and with them every nonce below counts as spent.
 * Owned by the simulator's thread.
 */
final class Nonces {
  private static final int KEPT = 100_000;

  private static final class Spent {
    private final TreeSet<BigInteger> values = new TreeSet<>();
    private BigInteger floor = BigInteger.ONE.negate();

    boolean contains(BigInteger nonce) {
      return nonce.compareTo(floor) <= 0 || values.contains(nonce);
    }

    void add(BigInteger nonce, int kept) {
      values.add(nonce);
      if (values.size() > kept) {
        floor = values.removeFirst();
      }
    }
  }

  private final Map<Address, Spent> spentBy = new HashMap<>();
  private final int kept;

  Nonces() {
    this(KEPT);
  }

  Nonces(int kept) {
    this.kept = kept;
  }

  boolean isSpent(Address owner, BigInteger nonce) {
    Spent spent = spentBy.get(owner);
    return spent != null && spent.contains(nonce);
  }

  void requireUnspent(Address owner, BigInteger nonce) {
    if (isSpent(owner, nonce)) {
      throw new Refused(RyskError.NONCE_REUSED, "nonce already used");
    }
  }

  void spend(Address owner, BigInteger nonce) {
    spentBy.computeIfAbsent(owner, any -> new Spent()).add(nonce, kept);
  }
}
