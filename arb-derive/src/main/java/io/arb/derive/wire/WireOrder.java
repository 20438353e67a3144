package io.arb.derive.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An order as the venue shows it. Source: Derive API, private/order.
 *
 * @param direction {@code buy} or {@code sell}
 * @param orderStatus {@code open}, {@code filled}, {@code cancelled}, {@code expired}, {@code
 *     untriggered}, in V3 also {@code rejected} and {@code algo_active}; others may come
 * @param cancelReason empty while there is none
 * @param label free text of whoever placed it
 * @param lastUpdateTimestamp milliseconds since 1970
 */
public record WireOrder(
    String orderId,
    String instrumentName,
    String direction,
    BigDecimal amount,
    BigDecimal filledAmount,
    BigDecimal limitPrice,
    String orderStatus,
    String cancelReason,
    String label,
    BigInteger nonce,
    long lastUpdateTimestamp) {

  public static WireOrder of(Fields order) {
    return new WireOrder(
        order.text("order_id"),
        order.text("instrument_name"),
        order.text("direction"),
        order.decimal("amount"),
        order.decimal("filled_amount"),
        order.decimal("limit_price"),
        order.text("order_status"),
        order.optionalText("cancel_reason").orElse(""),
        order.optionalText("label").orElse(""),
        order.bigInteger("nonce"),
        order.longValue("last_update_timestamp"));
  }
}
