package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.List;

/**
 * The result of placing an order. Source: Deribit API, private/buy.
 *
 * @param trades what it traded at once
 */
public record PlacedOrder(WireOrder order, List<WireTrade> trades) {
  public PlacedOrder {
    trades = List.copyOf(trades);
  }

  public static PlacedOrder of(JsonNode result) {
    Fields fields = Fields.of(result, "private/buy");
    return new PlacedOrder(WireOrder.of(fields.object("order")), trades(fields));
  }

  private static List<WireTrade> trades(Fields fields) {
    return fields.has("trades")
        ? fields.objects("trades").stream().map(WireTrade::of).toList()
        : List.of();
  }
}
