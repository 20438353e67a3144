package io.arb.derive.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;

/**
 * An execution of the account. Source: Derive API, private/get_trade_history.
 *
 * @param tradeId shared by both sides of the execution: unique only together with the role
 * @param orderId empty for a trade that no order made (request for quote)
 * @param liquidityRole {@code maker} or {@code taker}
 * @param tradeFee positive is paid
 * @param timestamp milliseconds since 1970
 */
public record WireTrade(
    String tradeId,
    String orderId,
    String instrumentName,
    String direction,
    String label,
    String liquidityRole,
    BigDecimal tradePrice,
    BigDecimal tradeAmount,
    BigDecimal tradeFee,
    long timestamp) {

  public static WireTrade of(Fields trade) {
    return new WireTrade(
        trade.text("trade_id"),
        trade.optionalText("order_id").orElse(""),
        trade.text("instrument_name"),
        trade.text("direction"),
        trade.optionalText("label").orElse(""),
        trade.text("liquidity_role"),
        trade.decimal("trade_price"),
        trade.decimal("trade_amount"),
        trade.decimal("trade_fee"),
        trade.longValue("timestamp"));
  }
}
