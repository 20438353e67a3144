package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.List;

/**
 * Own trades: a bare array from private/get_user_trades_by_order, {@code {trades, has_more}} from
 * the others. Source: Deribit API, private/get_user_trades_by_instrument.
 *
 * @param hasMore whether there are more than were asked for
 */
public record TradePage(List<WireTrade> trades, boolean hasMore) {
  public TradePage {
    trades = List.copyOf(trades);
  }

  public static TradePage of(JsonNode result) {
    if (result.isArray()) {
      return new TradePage(read(Rows.of(result, "user trades")), false);
    }
    Fields fields = Fields.of(result, "user trades");
    return new TradePage(read(fields.objects("trades")), fields.bool("has_more"));
  }

  private static List<WireTrade> read(List<Fields> rows) {
    return rows.stream().map(WireTrade::of).toList();
  }
}
