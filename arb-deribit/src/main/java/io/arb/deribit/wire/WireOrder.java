package io.arb.deribit.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order as the venue shows it. Source: Deribit API, "Order object".
 *
 * @param direction {@code buy} or {@code sell}
 * @param orderState {@code open}, {@code filled}, {@code cancelled}, {@code rejected}, {@code
 *     untriggered}, {@code triggered}, {@code speed_bumped}; others may come
 * @param price empty while the venue has no number for it: a waiting market trigger
 * @param amount in the instrument's units
 * @param label free text of whoever placed it, not unique at the venue; empty if there is none
 * @param cancelReason empty while there is none
 * @param lastUpdateTimestamp milliseconds since 1970
 */
public record WireOrder(
    String orderId,
    String instrumentName,
    String direction,
    String timeInForce,
    String orderState,
    Optional<BigDecimal> price,
    BigDecimal amount,
    BigDecimal filledAmount,
    String label,
    String cancelReason,
    long lastUpdateTimestamp) {

  public static WireOrder of(Fields order) {
    return new WireOrder(
        order.text("order_id"),
        order.text("instrument_name"),
        order.text("direction"),
        order.optionalText("time_in_force").orElse(""),
        order.text("order_state"),
        order.node().path("price").isNumber()
            ? Optional.of(order.decimal("price"))
            : Optional.empty(),
        order.decimal("amount"),
        order.optionalDecimal("filled_amount").orElse(BigDecimal.ZERO),
        order.optionalText("label").orElse(""),
        order.optionalText("cancel_reason").orElse(""),
        order.longValue("last_update_timestamp"));
  }
}
