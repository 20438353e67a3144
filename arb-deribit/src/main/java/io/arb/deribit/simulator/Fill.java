package io.arb.deribit.simulator;

import io.arb.core.model.Liquidity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One side of a trade.
 *
 * @param tradeId shared by both sides
 * @param sequence of the product's trades, without gaps
 * @param side what the owner of {@code order} did
 * @param fee settlement currency, positive is paid
 * @param profit realised, settlement currency
 * @param tickDirection 0 up, 1 zero-up, 2 down, 3 zero-down
 * @param state the order's state right after it
 */
record Fill(
    String tradeId,
    long sequence,
    Order order,
    Side side,
    BigDecimal price,
    BigDecimal amount,
    BigDecimal fee,
    BigDecimal profit,
    Liquidity liquidity,
    BigDecimal mark,
    BigDecimal index,
    int tickDirection,
    Order.State state,
    Instant at) {
  Product product() {
    return order.product();
  }

  BigDecimal signedAmount() {
    return side == Side.BUY ? amount : amount.negate();
  }
}
