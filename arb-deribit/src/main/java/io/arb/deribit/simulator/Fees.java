package io.arb.deribit.simulator;

import io.arb.core.model.Liquidity;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a trade or delivery costs, in the settlement currency, at eight decimals. Source: Deribit,
 * "Fees": options at most 12.5 % of their price.
 */
final class Fees {
  private static final BigDecimal CAP = new BigDecimal("0.125");
  private static final BigDecimal DELIVERY_RATE = new BigDecimal("0.00015");

  private Fees() {}

  /**
   * Inverse option {@code min(rate, 0.125 price) amount}, linear option {@code min(rate index,
   * 0.125 price) amount}, inverse future {@code rate amount / price}, linear future {@code rate
   * amount price}.
   *
   * @param amount unsigned
   */
  static BigDecimal trade(
      Product product, Liquidity liquidity, BigDecimal amount, BigDecimal price, BigDecimal index) {
    Terms terms = product.terms();
    BigDecimal rate = liquidity == Liquidity.MAKER ? terms.makerRate() : terms.takerRate();
    if (product.isReciprocal()) {
      return Coins.round(rate.multiply(amount).divide(price, MathContext.DECIMAL128));
    }
    if (!product.isOption()) {
      return Coins.round(rate.multiply(amount).multiply(price));
    }
    BigDecimal flat = product.isInverse() ? rate : rate.multiply(index);
    return Coins.round(flat.min(CAP.multiply(price)).multiply(amount));
  }

  /**
   * The fee of an option's delivery.
   *
   * @param payoff for one unit, settlement currency
   * @param amount unsigned
   */
  static BigDecimal delivery(
      Product product, BigDecimal amount, BigDecimal payoff, BigDecimal deliveryPrice) {
    BigDecimal flat = product.isInverse() ? DELIVERY_RATE : DELIVERY_RATE.multiply(deliveryPrice);
    return Coins.round(flat.min(CAP.multiply(payoff)).multiply(amount));
  }
}
