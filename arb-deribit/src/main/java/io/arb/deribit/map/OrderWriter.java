package io.arb.deribit.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes the params of requests about orders. Source: Deribit API, private/buy. */
public final class OrderWriter {
  private static final int OWN_TRADES = 1_000;

  private OrderWriter() {}

  /** The method that places an order of a side. */
  public static String method(Side side) {
    return side == Side.BUY ? "private/buy" : "private/sell";
  }

  /**
   * The params of a new order. Every flag is sent, because the venue's documentation and its
   * behaviour do not agree on the defaults.
   *
   * @param price of the venue's grid, in the venue's units
   * @param validUntil by the venue's clock: later the venue does not begin with it
   */
  public static ObjectNode order(
      OrderRequest order, DeribitInstrument instrument, BigDecimal price, Instant validUntil) {
    boolean postOnly = order.timeInForce() == TimeInForce.POST_ONLY;
    ObjectNode params =
        Json.object()
            .put("instrument_name", instrument.name())
            .put("amount", order.quantity().units())
            .put("type", "limit")
            .put("price", price)
            .put("label", order.id().label())
            .put("time_in_force", timeInForce(order.timeInForce()))
            .put("post_only", postOnly)
            .put("reduce_only", order.reduceOnly())
            .put("valid_until", validUntil.toEpochMilli());
    return postOnly ? params.put("reject_post_only", true) : params;
  }

  private static String timeInForce(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case GOOD_TILL_CANCELLED, POST_ONLY -> "good_til_cancelled";
      case IMMEDIATE_OR_CANCEL -> "immediate_or_cancel";
    };
  }

  /** The params of a request about the orders with one label. */
  public static ObjectNode byLabel(String currency, ClientOrderId id) {
    return Json.object().put("currency", currency).put("label", id.label());
  }

  /** The params of a request about one order. */
  public static ObjectNode byOrderId(String orderId) {
    return Json.object().put("order_id", orderId);
  }

  /**
   * The params that ask for own trades of one instrument, oldest first.
   *
   * @param historical whether to ask the archive, which keeps more than a day but lags
   */
  public static ObjectNode tradesSince(String instrument, Instant from, boolean historical) {
    return Json.object()
        .put("instrument_name", instrument)
        .put("start_timestamp", from.toEpochMilli())
        .put("count", OWN_TRADES)
        .put("sorting", "asc")
        .put("historical", historical);
  }
}
