package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Fields;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.OrderReader;
import io.arb.deribit.map.OrderWriter;
import io.arb.deribit.session.Answer;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.Rows;
import io.arb.deribit.wire.TradePage;
import io.arb.deribit.wire.WireOrder;
import io.arb.deribit.wire.WireTrade;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out what became of one order: cancel whatever rests under its label, then read its state by
 * label and the account's trades. The venue takes a label any number of times, so an order that is
 * found nowhere proves something only after its {@code valid_until}, when its frame has become
 * void; until then, and once more after a pause because histories lag, the search begins again.
 * Owned by the session's thread; used once.
 *
 * <p>Source: Deribit API, private/cancel_by_label, private/get_order_state_by_label,
 * private/get_user_trades_by_instrument, private/get_user_trades_by_order.
 */
final class Resolution {
  /** What it works with. */
  record Tools(
      DeribitSession session,
      SessionLoop loop,
      Naming naming,
      MarketFeed market,
      InstantSource clock,
      Duration confirmAfter) {}

  private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

  /** On top of the validity of the frame: the venue may have begun with it in its last moment. */
  private static final Duration ARRIVAL_SLACK = Duration.ofSeconds(1);

  /** The venue's fast store keeps trades for a day. */
  private static final Duration RECENT = Duration.ofHours(20);

  private static final int MAX_PAGES = 50;

  private final Tools tools;
  private final ClientOrderId id;
  private final Instrument instrument;
  private final Instant from;
  private final Instant arrivedBy;
  private final Consumer<Event> done;
  private final List<WireOrder> orders = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private boolean wasPastArrival;
  private boolean isPastArrival;

  /**
   * A search.
   *
   * @param validUntil when the order's frame became void, by our clock
   */
  Resolution(
      Tools tools,
      ClientOrderId id,
      Instrument instrument,
      Instant sentAt,
      Instant validUntil,
      Consumer<Event> done) {
    this.tools = tools;
    this.id = id;
    this.instrument = instrument;
    this.from = sentAt.minus(CLOCK_SLACK);
    this.arrivedBy = validUntil.plus(ARRIVAL_SLACK);
    this.done = done;
  }

  void start() {
    orders.clear();
    fills.clear();
    wasPastArrival = isPastArrival;
    isPastArrival = tools.clock().instant().isAfter(arrivedBy);
    cancelByLabel();
  }

  private void cancelByLabel() {
    submit(
        Call.cancel(
            "private/cancel_by_label",
            byLabel(),
            answer -> onAnswer("private/cancel_by_label", answer, count -> readOrder())));
  }

  private void readOrder() {
    read(
        "private/get_order_state_by_label",
        byLabel(),
        result -> {
          for (Fields row : Rows.of(result, "private/get_order_state_by_label")) {
            WireOrder order = WireOrder.of(row);
            if (order.label().equals(id.label())) {
              orders.add(order);
            }
          }
          readTradesOfOrders(List.copyOf(orders));
        });
  }

  private ObjectNode byLabel() {
    return OrderWriter.byLabel(tools.naming().settlementCurrency(instrument), id);
  }

  private void readTradesOfOrders(List<WireOrder> left) {
    if (left.isEmpty()) {
      readTrades(from, 1);
      return;
    }
    read(
        "private/get_user_trades_by_order",
        OrderWriter.byOrderId(left.getFirst().orderId()),
        result -> {
          TradePage.of(result).trades().forEach(this::note);
          readTradesOfOrders(left.subList(1, left.size()));
        });
  }

  /** Also where the order itself is not shown any more. */
  private void readTrades(Instant since, int page) {
    boolean historical = Duration.between(since, tools.clock().instant()).compareTo(RECENT) > 0;
    read(
        "private/get_user_trades_by_instrument",
        OrderWriter.tradesSince(tools.naming().name(instrument), since, historical),
        result -> {
          TradePage trades = TradePage.of(result);
          trades.trades().stream()
              .filter(trade -> trade.label().equals(id.label()))
              .forEach(this::note);
          next(trades, since, page);
        });
  }

  private void next(TradePage trades, Instant since, int page) {
    if (!trades.hasMore() || trades.trades().isEmpty()) {
      conclude();
      return;
    }
    Instant last = Instant.ofEpochMilli(trades.trades().getLast().timestamp());
    if (page >= MAX_PAGES || !last.isAfter(since)) {
      failed("its trades are too many to read");
    } else {
      readTrades(last, page + 1);
    }
  }

  private void note(WireTrade trade) {
    Fill fill = OrderReader.fill(trade, instrument, tools.naming().isPricedInCoin(instrument));
    if (fills.stream().noneMatch(known -> known.id().equals(fill.id()))) {
      fills.add(fill);
    }
  }

  private void conclude() {
    if (orders.size() > 1) {
      failed(orders.size() + " orders have its label");
      return;
    }
    Optional<OrderUpdate> order =
        orders.stream()
            .map(wire -> OrderReader.order(wire, instrument, tools.market().unit(instrument)))
            .max(Comparator.comparing(OrderUpdate::at));
    Quantity traded = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    boolean complete =
        order.isPresent() && order.get().status().isFinal() && order.get().filled().equals(traded);
    if (complete) {
      done.accept(new OrderResolved(id, order, fills));
    } else if (!wasPastArrival) {
      tools.loop().after(pause(), this::start);
    } else if (order.isEmpty() && fills.isEmpty()) {
      done.accept(new OrderResolved(id, Optional.empty(), List.of()));
    } else {
      failed("what the venue shows does not fit together: " + order + ", traded " + traded);
    }
  }

  /** To the end of the order's life, and at least as long as histories may lag. */
  private Duration pause() {
    Duration toArrival = Duration.between(tools.clock().instant(), arrivedBy).plusMillis(1);
    return isPastArrival || toArrival.compareTo(tools.confirmAfter()) < 0
        ? tools.confirmAfter()
        : toArrival;
  }

  private void read(String method, ObjectNode params, Consumer<JsonNode> reader) {
    submit(Call.read(method, params, answer -> onAnswer(method, answer, reader)));
  }

  private void submit(Call call) {
    tools.session().submit(call);
  }

  private void onAnswer(String method, Answer answer, Consumer<JsonNode> reader) {
    if (!(answer instanceof Answer.Result(JsonNode result))) {
      failed(method + ": " + answer.problem());
      return;
    }
    try {
      reader.accept(result);
    } catch (WireFormatException e) {
      failed(String.valueOf(e.getMessage()));
    }
  }

  private void failed(String reason) {
    done.accept(new ResolveFailed(id, reason));
  }
}
