package io.arb.rysk.simulator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The venue's arithmetic on the scaled integers of the wire. Divisions round down unless it says
 * otherwise. Pure functions.
 *
 * <p>Source: Rysk's settlement contract for premium and option tokens; fee, collateral and APR from
 * fills that were observed on its test network.
 */
final class RyskMoney {
  /** Decimals of price, quantity and mark. */
  static final int WIRE_DECIMALS = 18;

  /** Decimals of a strike in requests, quotes and trades, and of an oracle price. */
  static final int STRIKE_DECIMALS = 8;

  /** Decimals of an option token. */
  static final int OTOKEN_DECIMALS = 8;

  /** Decimals of the stablecoin on all chains. */
  static final int USD_DECIMALS = 6;

  private static final BigDecimal YEAR_SECONDS = BigDecimal.valueOf(31_557_600);
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private RyskMoney() {}

  static BigInteger tenTo(int exponent) {
    return BigInteger.TEN.pow(exponent);
  }

  /** Premium in the stablecoin's units. */
  static BigInteger premium(BigInteger quantity, BigInteger price) {
    return quantity.multiply(price).divide(tenTo(2 * WIRE_DECIMALS - USD_DECIMALS));
  }

  /**
   * What the maker pays on top of the premium, in the stablecoin's units.
   *
   * @param spot e18
   */
  static BigInteger fee(
      RyskCharges charges, BigInteger premium, BigInteger quantity, BigInteger spot) {
    BigInteger fee = floor(new BigDecimal(premium).multiply(charges.feeFraction()));
    return charges
        .feeCapFraction()
        .map(cap -> floor(new BigDecimal(premium(quantity, spot)).multiply(cap)))
        .map(fee::min)
        .orElse(fee);
  }

  /** Option tokens for a quantity. */
  static BigInteger oTokens(BigInteger quantity) {
    return quantity.divide(tenTo(WIRE_DECIMALS - OTOKEN_DECIMALS));
  }

  /** What the taker locks for a call, in units of the underlying token. */
  static BigInteger callCollateral(BigInteger quantity, int tokenDecimals) {
    return quantity.divide(tenTo(WIRE_DECIMALS - tokenDecimals));
  }

  /** What the taker locks for a put, in the stablecoin's units. */
  static BigInteger putCollateral(BigInteger quantity, BigInteger strike) {
    return strike.multiply(quantity).divide(tenTo(WIRE_DECIMALS + STRIKE_DECIMALS - USD_DECIMALS));
  }

  /**
   * Yearly yield of the premium on what the taker locks, in percent, half up at two decimals.
   *
   * @param price premium for one unit, e18
   * @param locked value locked for one unit, e18: spot for a call, strike for a put
   * @param seconds left to the expiry; none or less gives 0
   */
  static BigDecimal apr(BigInteger price, BigInteger locked, long seconds) {
    if (seconds <= 0 || locked.signum() <= 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    return new BigDecimal(price)
        .multiply(YEAR_SECONDS)
        .multiply(PERCENT)
        .divide(
            new BigDecimal(locked).multiply(BigDecimal.valueOf(seconds)), 2, RoundingMode.HALF_UP);
  }

  /**
   * What option tokens are worth at their expiry, in the stablecoin's units.
   *
   * @param strike e8
   * @param settlement the oracle's price, e8
   */
  static BigInteger payoff(
      boolean isPut,
      BigInteger strike,
      BigInteger settlement,
      BigInteger oTokens,
      BigDecimal slippage) {
    BigInteger intrinsic =
        (isPut ? strike.subtract(settlement) : settlement.subtract(strike)).max(BigInteger.ZERO);
    BigInteger whole =
        intrinsic.multiply(oTokens).divide(tenTo(STRIKE_DECIMALS + OTOKEN_DECIMALS - USD_DECIMALS));
    return floor(new BigDecimal(whole).multiply(BigDecimal.ONE.subtract(slippage)));
  }

  /** A decimal as a scaled integer; digits beyond the scale are cut. */
  static BigInteger scaled(BigDecimal value, int decimals) {
    return floor(value.movePointRight(decimals));
  }

  /** A scaled integer as a decimal, exact. */
  static BigDecimal unscaled(BigInteger value, int decimals) {
    return new BigDecimal(value, decimals);
  }

  private static BigInteger floor(BigDecimal value) {
    return value.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
  }
}
