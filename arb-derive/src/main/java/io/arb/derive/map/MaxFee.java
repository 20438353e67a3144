package io.arb.derive.map;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The highest fee per unit that an order signs. It is a limit, not a charge; the venue refuses an
 * order (11023) whose limit is below about twice the fee at the moment, and cancels a resting one
 * when it would trade. Source: Derive API, private/order, max_fee.
 */
public final class MaxFee {
  private static final BigDecimal MARGIN = BigDecimal.valueOf(3);
  private static final int DECIMALS = 6;

  private MaxFee() {}

  /**
   * Three times the larger rate on the highest of mark, index and limit, plus the base fee spread
   * over the smallest possible fill, rounded up at six decimals.
   */
  public static BigDecimal of(InstrumentSpec spec, OrderRequest order, Price mark, Price index) {
    FeeSchedule fees = spec.fees();
    BigDecimal rate = fees.takerRate().max(fees.makerRate());
    BigDecimal price = mark.max(index).max(order.limit()).usd();
    BigDecimal smallest = smallestFill(spec, order);
    BigDecimal base = fees.takerBase().usd().divide(smallest, DECIMALS, RoundingMode.UP);
    return MARGIN.multiply(rate).multiply(price).add(base).setScale(DECIMALS, RoundingMode.UP);
  }

  private static BigDecimal smallestFill(InstrumentSpec spec, OrderRequest order) {
    return spec.minQuantity().isPositive()
        ? order.quantity().min(spec.minQuantity()).units()
        : order.quantity().units();
  }
}
