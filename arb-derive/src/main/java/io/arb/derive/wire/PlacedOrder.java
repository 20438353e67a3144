package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.List;

/**
 * The result of placing an order. Source: Derive API, private/order.
 *
 * @param trades what it traded at once
 */
public record PlacedOrder(WireOrder order, List<WireTrade> trades) {
  public PlacedOrder {
    trades = List.copyOf(trades);
  }

  public static PlacedOrder of(JsonNode result) {
    Fields fields = Fields.of(result, "private/order");
    return new PlacedOrder(WireOrder.of(fields.object("order")), tradesOf(fields));
  }

  static List<WireTrade> tradesOf(Fields fields) {
    return fields.has("trades")
        ? fields.objects("trades").stream().map(WireTrade::of).toList()
        : List.of();
  }
}
