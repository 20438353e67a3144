package io.arb.rysk;

import io.arb.core.evm.Address;
import java.math.BigInteger;

/**
 * Money to move between our account and the venue. A deposit needs the token's approval for the
 * chain's balance contract first, which is a transaction of our own.
 *
 * @param direction into the venue or out of it
 * @param token any token that the venue keeps for us, option tokens included
 * @param amount in the token's smallest units, positive, at most 128 bits
 */
public record Transfer(Direction direction, Address token, BigInteger amount) {
  private static final int MAX_BITS = 128;

  /** Which way the money goes. */
  public enum Direction {
    DEPOSIT,
    WITHDRAW
  }

  public Transfer {
    if (amount.signum() <= 0 || amount.bitLength() > MAX_BITS) {
      throw new IllegalArgumentException("amount needs 1 to 2^128 - 1, got " + amount);
    }
  }
}
