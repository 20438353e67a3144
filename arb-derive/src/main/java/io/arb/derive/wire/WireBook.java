package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.math.BigDecimal;
import java.util.List;

/**
 * A whole order book down to the channel's depth. Source: Derive API, channel
 * orderbook.{instrument}.{group}.{depth}.
 *
 * @param publishId rises with each publication of the channel, until a reconnect
 * @param timestamp milliseconds since 1970
 */
public record WireBook(
    String instrumentName,
    long timestamp,
    long publishId,
    List<WireLevel> bids,
    List<WireLevel> asks) {

  /** A price and what rests there. */
  public record WireLevel(BigDecimal price, BigDecimal amount) {}

  public WireBook {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  public static WireBook of(JsonNode data) {
    Fields fields = Fields.of(data, "orderbook");
    return new WireBook(
        fields.text("instrument_name"),
        fields.longValue("timestamp"),
        fields.longValue("publish_id"),
        levels(fields, "bids"),
        levels(fields, "asks"));
  }

  private static List<WireLevel> levels(Fields book, String side) {
    return book.array(side).stream().map(level -> level(level, side)).toList();
  }

  /** Recorded traffic has {@code [price, amount]}, the published schema has objects. */
  private static WireLevel level(JsonNode node, String side) {
    Fields level = Fields.of(node.isArray() ? named(node, side) : node, "orderbook " + side);
    return new WireLevel(level.decimal("price"), level.decimal("amount"));
  }

  private static ObjectNode named(JsonNode pair, String side) {
    if (pair.size() != 2) {
      throw new WireFormatException("orderbook", side, "an array", "pairs of price and amount");
    }
    ObjectNode level = Json.object();
    level.set("price", pair.get(0));
    level.set("amount", pair.get(1));
    return level;
  }
}
