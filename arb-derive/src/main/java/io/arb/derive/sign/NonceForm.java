package io.arb.derive.sign;

import io.arb.core.model.ClientOrderId;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How a generation of the API writes nonces. A nonce is the stamp of a {@link ClientOrderId}, so
 * that whoever knows the id can burn the nonce.
 */
public enum NonceForm {
  /** V2: microseconds, in JSON an integer that must stay exact in a double. */
  MICROSECONDS(1_000L, BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE)),
  /** V3: nanoseconds, in JSON a string. */
  NANOSECONDS(1L, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));

  private static final BigInteger LARGEST_STAMP = BigInteger.valueOf(Long.MAX_VALUE);

  private final BigInteger stampUnits;
  private final BigInteger largest;

  NonceForm(long stampUnits, BigInteger largest) {
    this.stampUnits = BigInteger.valueOf(stampUnits);
    this.largest = largest;
  }

  public BigInteger nonce(ClientOrderId id) {
    return checked(BigInteger.valueOf(id.stamp()).divide(stampUnits));
  }

  /** The id behind a nonce; empty if no id of ours has it. */
  public Optional<ClientOrderId> orderId(BigInteger nonce) {
    BigInteger stamp = nonce.multiply(stampUnits);
    boolean possible =
        stamp.signum() > 0
            && stamp.compareTo(LARGEST_STAMP) <= 0
            && stamp.longValueExact() % 1000 == 0;
    return possible ? Optional.of(new ClientOrderId(stamp.longValueExact())) : Optional.empty();
  }

  /**
   * The nonce itself.
   *
   * @throws IllegalArgumentException if it would not survive the way to the venue
   */
  public BigInteger checked(BigInteger nonce) {
    if (nonce.signum() < 0 || nonce.compareTo(largest) > 0) {
      throw new IllegalArgumentException("nonce must be from 0 to " + largest + ", got " + nonce);
    }
    return nonce;
  }
}
