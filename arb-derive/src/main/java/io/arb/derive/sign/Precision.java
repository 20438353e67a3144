package io.arb.derive.sign;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How a generation of the API turns decimals into the integers that are signed: times 10^18, exact,
 * never rounded. Source: Derive API, "Self-custodial requests", trade module data.
 */
public enum Precision {
  /** 18 decimals in words of 256 bits. */
  V2(18, 256, 256, 256),
  /** 12 decimals; numbers of 128 bits, subaccount ids of 64. */
  V3(12, 128, 128, 64);

  private static final int SIGNED_DECIMALS = 18;

  private final int maxDecimals;
  private final int signedBits;
  private final int unsignedBits;
  private final int idBits;

  Precision(int maxDecimals, int signedBits, int unsignedBits, int idBits) {
    this.maxDecimals = maxDecimals;
    this.signedBits = signedBits;
    this.unsignedBits = unsignedBits;
    this.idBits = idBits;
  }

  /**
   * A value times 10^18 that fits a signed word.
   *
   * @param field names the value in errors
   * @throws IllegalArgumentException if it has too many decimals or is too large
   */
  public BigInteger signed(String field, BigDecimal value) {
    BigInteger scaled = scaled(field, value);
    if (scaled.bitLength() >= signedBits) {
      throw new IllegalArgumentException(field + " does not fit " + signedBits + " bits: " + value);
    }
    return scaled;
  }

  /** As {@link #signed} for a word without a sign: a negative value is refused. */
  public BigInteger unsigned(String field, BigDecimal value) {
    return unsigned(field, scaled(field, value));
  }

  /** A whole number, such as a sub id, that fits an unsigned word; it is not scaled. */
  public BigInteger unsigned(String field, BigInteger value) {
    return requireUnsigned(field, value, unsignedBits);
  }

  /** The id of a subaccount. */
  BigInteger id(String field, long value) {
    return requireUnsigned(field, BigInteger.valueOf(value), idBits);
  }

  private BigInteger scaled(String field, BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > maxDecimals) {
      throw new IllegalArgumentException(
          field + " allows " + maxDecimals + " decimals, got " + value.toPlainString());
    }
    return stripped.movePointRight(SIGNED_DECIMALS).toBigIntegerExact();
  }

  private static BigInteger requireUnsigned(String field, BigInteger value, int bits) {
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw new IllegalArgumentException(
          field + " must be an unsigned number of " + bits + " bits, got " + value);
    }
    return value;
  }
}
