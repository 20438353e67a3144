package io.arb.core.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an exchange charges for a trade in one instrument.
 *
 * @param makerRate fraction of the index notional
 * @param takerRate fraction of the index notional
 * @param takerBase USD once per order that takes
 * @param premiumCap the rate part is at most this fraction of the option's value; empty: no cap
 */
public record FeeSchedule(
    BigDecimal makerRate, BigDecimal takerRate, Money takerBase, Optional<BigDecimal> premiumCap) {

  /**
   * The fee of trading {@code quantity} (positive) at {@code price} while the index is {@code
   * index}.
   */
  public Money fee(Liquidity liquidity, Price index, Price price, Quantity quantity) {
    return switch (liquidity) {
      case MAKER -> ratePart(makerRate, index, price, quantity);
      case TAKER -> ratePart(takerRate, index, price, quantity).plus(takerBase);
    };
  }

  private Money ratePart(BigDecimal rate, Price index, Price price, Quantity quantity) {
    Money uncapped = index.times(quantity).times(rate);
    return premiumCap.map(cap -> uncapped.min(price.times(quantity).times(cap))).orElse(uncapped);
  }
}
