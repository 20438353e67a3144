package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.VenueOrderId;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.OrderReader;
import io.arb.deribit.wire.PlacedOrder;
import io.arb.deribit.wire.WireOrder;
import io.arb.deribit.wire.WireTrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue says about orders and executions, however it says it: in user.changes, in replies,
 * in late replies. Repetition is left to the engine; nothing is dropped, except what is of other
 * families of instruments. Owned by the session's thread.
 */
final class OrderNews {
  /** An order of ours that was open when last heard of on this connection. */
  record OpenOrder(VenueOrderId venueId, Quantity filled) {}

  private static final Logger LOG = LoggerFactory.getLogger(OrderNews.class);

  private final Naming naming;
  private final MarketFeed market;
  private final EventSink events;
  private final Map<ClientOrderId, OpenOrder> open = new HashMap<>();
  private long version;

  OrderNews(Naming naming, MarketFeed market, EventSink events) {
    this.naming = naming;
    this.market = market;
    this.events = events;
  }

  /** What is known of an open order of ours. */
  Optional<OpenOrder> open(ClientOrderId id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Rises with every piece of news. */
  long version() {
    return version;
  }

  void disconnected() {
    open.clear();
  }

  /** Tells of an order and remembers it while it is open. */
  void changed(WireOrder order, Instrument instrument) {
    OrderUpdate update = OrderReader.order(order, instrument, market.unit(instrument));
    version++;
    Optional<ClientOrderId> id = update.id();
    id.ifPresent(ours -> remember(ours, update));
    if (id.isPresent() && OrderReader.foundNobody(order)) {
      events.accept(new OrderRejected(id.get(), Rejection.NO_LIQUIDITY, "nobody inside the limit"));
    } else {
      events.accept(new OrderChanged(update));
    }
  }

  private void remember(ClientOrderId id, OrderUpdate update) {
    if (update.status().isFinal()) {
      open.remove(id);
    } else {
      open.put(id, new OpenOrder(update.venueId(), update.filled()));
    }
  }

  void filled(WireTrade trade, Instrument instrument) {
    version++;
    events.accept(
        new OrderFilled(OrderReader.fill(trade, instrument, naming.isPricedInCoin(instrument))));
  }

  /** A reply that shows an order and what it traded at once. */
  void placed(PlacedOrder placed, Instrument instrument) {
    changed(placed.order(), instrument);
    placed.trades().forEach(trade -> filled(trade, instrument));
  }

  /** The data of user.changes: one part that cannot be read does not hide the others. */
  void onChanges(JsonNode data) {
    Fields changes = Fields.of(data, "user.changes");
    for (Fields row : rows(changes, "orders")) {
      attempt(
          () -> {
            WireOrder order = WireOrder.of(row);
            known(order.instrumentName(), instrument -> changed(order, instrument));
          });
    }
    for (Fields row : rows(changes, "trades")) {
      attempt(
          () -> {
            WireTrade trade = WireTrade.of(row);
            known(trade.instrumentName(), instrument -> filled(trade, instrument));
          });
    }
  }

  /** An answer whose request was given up: if it shows an order, that order exists. */
  void onLateResult(JsonNode result) {
    if (result.path("order").isObject()) {
      attempt(
          () -> {
            PlacedOrder placed = PlacedOrder.of(result);
            known(placed.order().instrumentName(), instrument -> placed(placed, instrument));
          });
    }
  }

  private void known(String name, Consumer<Instrument> action) {
    naming
        .instrument(name)
        .ifPresentOrElse(action, () -> LOG.info("News of {}, which is not in our families", name));
  }

  private static List<Fields> rows(Fields changes, String list) {
    return changes.has(list) ? changes.objects(list) : List.of();
  }

  private static void attempt(Runnable read) {
    try {
      read.run();
    } catch (WireFormatException e) {
      LOG.warn("Passed over in the private channels: {}", e.getMessage());
    }
  }
}
