package io.arb.deribit.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An execution of the account. Source: Deribit API, "User trade object".
 *
 * @param tradeId unique within one settlement currency
 * @param tradeSeq rises with every trade of the instrument, everybody's
 * @param direction our own side, also where we were the maker
 * @param liquidity {@code M} or {@code T}
 * @param price in the instrument's price currency
 * @param fee in {@code feeCurrency}; positive is paid
 * @param indexPrice USD or USDC for one coin at the trade
 * @param underlyingPrice forward at the trade; empty unless it is an option
 * @param timestamp milliseconds since 1970
 */
public record WireTrade(
    String tradeId,
    long tradeSeq,
    String orderId,
    String instrumentName,
    String direction,
    String label,
    String liquidity,
    BigDecimal price,
    BigDecimal amount,
    BigDecimal fee,
    String feeCurrency,
    Optional<BigDecimal> indexPrice,
    Optional<BigDecimal> underlyingPrice,
    long timestamp) {

  public static WireTrade of(Fields trade) {
    return new WireTrade(
        trade.text("trade_id"),
        trade.longValue("trade_seq"),
        trade.optionalText("order_id").orElse(""),
        trade.text("instrument_name"),
        trade.text("direction"),
        trade.optionalText("label").orElse(""),
        trade.text("liquidity"),
        trade.decimal("price"),
        trade.decimal("amount"),
        trade.decimal("fee"),
        trade.text("fee_currency"),
        trade.optionalDecimal("index_price"),
        trade.optionalDecimal("underlying_price"),
        trade.longValue("timestamp"));
  }
}
