package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.Fill;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.VenueOrderId;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.OrderReader;
import io.arb.derive.wire.PlacedOrder;
import io.arb.derive.wire.WireOrder;
import io.arb.derive.wire.WireTrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue says about orders and executions, however it says it: in the private channels, in
 * replies, in late replies. Repetition is left to the engine; nothing is dropped. Owned by the
 * session's thread.
 */
final class OrderNews {
  private static final Logger LOG = LoggerFactory.getLogger(OrderNews.class);

  private final EventSink events;
  private final Map<ClientOrderId, VenueOrderId> open = new HashMap<>();

  OrderNews(EventSink events) {
    this.events = events;
  }

  /** The venue's id of an order of ours that was open when last heard of on this connection. */
  Optional<VenueOrderId> venueId(ClientOrderId id) {
    return Optional.ofNullable(open.get(id));
  }

  void disconnected() {
    open.clear();
  }

  /** Tells of an order and remembers its venue id while it is open. */
  void changed(OrderUpdate update) {
    update
        .id()
        .ifPresent(
            id -> {
              if (update.status().isFinal()) {
                open.remove(id);
              } else {
                open.put(id, update.venueId());
              }
            });
    events.accept(new OrderChanged(update));
  }

  void filled(Fill fill) {
    events.accept(new OrderFilled(fill));
  }

  /** The data of the orders channel. One order that cannot be read does not hide the others. */
  void onOrders(JsonNode data) {
    for (Fields row : rows(data, "orders")) {
      attempt(() -> changed(OrderReader.order(WireOrder.of(row))));
    }
  }

  /** The data of the trades channel. */
  void onTrades(JsonNode data) {
    for (Fields row : rows(data, "trades")) {
      attempt(() -> filled(OrderReader.fill(WireTrade.of(row))));
    }
  }

  /** An answer whose request was given up: if it shows an order, that order exists. */
  void onLateResult(JsonNode result) {
    if (result.path("order").isObject()) {
      attempt(
          () -> {
            PlacedOrder placed = PlacedOrder.of(result);
            changed(OrderReader.order(placed.order()));
            placed.trades().forEach(trade -> filled(OrderReader.fill(trade)));
          });
    }
  }

  private static List<Fields> rows(JsonNode data, String channel) {
    return Fields.of(Json.object().set("data", data), channel).objects("data");
  }

  private static void attempt(Runnable read) {
    try {
      read.run();
    } catch (WireFormatException e) {
      LOG.warn("Passed over in the private channels: {}", e.getMessage());
    }
  }
}
