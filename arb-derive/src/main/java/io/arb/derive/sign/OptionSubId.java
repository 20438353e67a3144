package io.arb.derive.sign;

import io.arb.core.model.Option;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The number by which the contracts know an option: bit 95 for a call, the strike times 10^8 in 63
 * bits, the expiry in 32. Source: Derive API, "Option subId encoding".
 */
public final class OptionSubId {
  private static final int STRIKE_DECIMALS = 8;
  private static final int STRIKE_BITS = 63;
  private static final int EXPIRY_BITS = 32;
  private static final BigInteger CALL = BigInteger.ONE.shiftLeft(STRIKE_BITS + EXPIRY_BITS);

  private OptionSubId() {}

  public static BigInteger of(Option option) {
    return of(option.strike().usd(), option.expiry().getEpochSecond(), option.type());
  }

  /**
   * Composes the number.
   *
   * @param strikeUsd positive, at most 8 decimals
   * @param expirySec seconds since 1970, 32 bits
   * @throws IllegalArgumentException if a part does not fit
   */
  public static BigInteger of(BigDecimal strikeUsd, long expirySec, OptionType type) {
    BigDecimal stripped = strikeUsd.stripTrailingZeros();
    if (stripped.signum() <= 0 || stripped.scale() > STRIKE_DECIMALS) {
      throw new IllegalArgumentException(
          "strike must be positive with at most 8 decimals, got " + strikeUsd.toPlainString());
    }
    BigInteger strike = stripped.movePointRight(STRIKE_DECIMALS).toBigIntegerExact();
    BigInteger expiry = BigInteger.valueOf(expirySec);
    requireBits("strike times 10^8", strike, STRIKE_BITS);
    requireBits("expirySec", expiry, EXPIRY_BITS);
    BigInteger put = strike.shiftLeft(EXPIRY_BITS).or(expiry);
    return switch (type) {
      case CALL -> put.or(CALL);
      case PUT -> put;
    };
  }

  private static void requireBits(String field, BigInteger value, int bits) {
    if (value.signum() < 0 || value.bitLength() > bits) {
      throw new IllegalArgumentException(
          field + " must be an unsigned number of " + bits + " bits, got " + value);
    }
  }
}
