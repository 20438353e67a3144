package io.arb.rysk.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the venue computes for a trade, with its rounding. Integer arguments are those of the wire.
 */
public final class Settlement {
  private static final int QUANTITY_DECIMALS = 18;
  private static final int PRICE_DECIMALS = 18;
  private static final int OPTION_TOKEN_DECIMALS = 8;
  private static final BigDecimal SECONDS_A_YEAR = BigDecimal.valueOf(31_557_600); // 365.25 days
  private static final int APR_DIGITS = 34;

  private Settlement() {}

  /** The premium in the smallest units of a token with {@code usdDecimals} decimals, floored. */
  public static BigInteger premium(BigInteger quantity, BigInteger price, int usdDecimals) {
    int decimals = QUANTITY_DECIMALS + PRICE_DECIMALS - usdDecimals;
    return quantity.multiply(price).divide(BigInteger.TEN.pow(decimals));
  }

  /**
   * The fee that the maker pays on top of the premium, floored. One observed fill has exactly 12.5
   * % of the premium.
   *
   * @param rate fraction of the premium, such as 0.125
   */
  public static BigInteger fee(BigInteger premium, BigDecimal rate) {
    return new BigDecimal(premium).multiply(rate).setScale(0, RoundingMode.FLOOR).toBigInteger();
  }

  /** The option tokens that are minted, in their smallest units. */
  public static BigInteger optionTokens(BigInteger quantity) {
    return quantity.divide(BigInteger.TEN.pow(QUANTITY_DECIMALS - OPTION_TOKEN_DECIMALS));
  }

  /**
   * The yearly yield that the venue shows for a call, in percent with two decimals, rounded half
   * up.
   *
   * @param price USD per unit times 10^18
   * @param mark spot price times 10^18, positive
   * @param createdAtSeconds before the expiry
   */
  public static BigDecimal callApr(
      BigInteger price, BigInteger mark, long createdAtSeconds, long expirySeconds) {
    BigDecimal years =
        new BigDecimal(mark).multiply(BigDecimal.valueOf(expirySeconds - createdAtSeconds));
    return new BigDecimal(price)
        .multiply(SECONDS_A_YEAR)
        .movePointRight(2)
        .divide(years, new MathContext(APR_DIGITS))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
