package io.arb.derive;

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
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.OrderReader;
import io.arb.derive.map.OrderWriter;
import io.arb.derive.session.Answer;
import io.arb.derive.session.Call;
import io.arb.derive.session.DeriveSession;
import io.arb.derive.wire.Page;
import io.arb.derive.wire.WireOrder;
import io.arb.derive.wire.WireTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds out what became of one order: burn its nonce, so that it cannot arrive later; then read
 * open orders, order history and trades. Whatever is not complete is looked at twice, because a
 * history may lag behind the matching engine; above all an order that is found nowhere. Owned by
 * the session's thread; used once.
 *
 * <p>Source: Derive API, private/cancel_by_nonce, "uses up the nonce".
 */
final class Resolution {
  /** The nonce was used: by the order, or to burn it before. */
  private static final Set<Integer> NONCE_IS_USED = Set.of(11003, 11004, 11005, 11016, 11017);

  private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);
  private static final int PAGE_SIZE = 1_000;
  private static final int MAX_PAGES = 50;

  private final DeriveSession session;
  private final SessionLoop loop;
  private final OrderWriter writer;
  private final Duration confirmAfter;
  private final ClientOrderId id;
  private final Instrument instrument;
  private final Instant from;
  private final Consumer<Event> done;
  private final List<OrderUpdate> orders = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private boolean lookedBefore;

  Resolution(
      DeriveSession session,
      SessionLoop loop,
      OrderWriter writer,
      Duration confirmAfter,
      ClientOrderId id,
      Instrument instrument,
      Instant sentAt,
      Consumer<Event> done) {
    this.session = session;
    this.loop = loop;
    this.writer = writer;
    this.confirmAfter = confirmAfter;
    this.id = id;
    this.instrument = instrument;
    this.from = sentAt.minus(CLOCK_SLACK);
    this.done = done;
  }

  void start() {
    session.submit(
        Call.cancel(
            "private/cancel_by_nonce",
            writer.cancelByNonce(id, instrument),
            answer -> {
              if (isBurnt(answer)) {
                look();
              } else {
                failed("its nonce could not be burnt: " + answer.problem());
              }
            }));
  }

  private static boolean isBurnt(Answer answer) {
    return switch (answer) {
      case Answer.Result(JsonNode result) -> result.path("cancelled_orders").isIntegralNumber();
      case Answer.Refused refused -> NONCE_IS_USED.contains(refused.error().code());
      case Answer.NoAnswer none -> false;
      case Answer.NotSent notSent -> false;
    };
  }

  private void look() {
    orders.clear();
    fills.clear();
    read(
        "private/get_open_orders",
        writer.subaccount(),
        result -> {
          Fields.of(result, "private/get_open_orders").objects("orders").forEach(this::noteOrder);
          history(1);
        });
  }

  private void history(int page) {
    read(
        "private/get_order_history",
        page(writer.subaccount(), page),
        result -> {
          Page<Fields> rows = Page.of(result, "orders", row -> row);
          rows.items().forEach(this::noteOrder);
          next(page, rows, this::history, () -> trades(1));
        });
  }

  private void trades(int page) {
    read(
        "private/get_trade_history",
        page(writer.onInstrument(InstrumentName.of(instrument)), page),
        result -> {
          Page<Fields> rows = Page.of(result, "trades", row -> row);
          rows.items().forEach(this::noteTrade);
          next(page, rows, this::trades, this::conclude);
        });
  }

  private ObjectNode page(ObjectNode params, int page) {
    return params
        .put("from_timestamp", from.toEpochMilli())
        .put("page", page)
        .put("page_size", PAGE_SIZE);
  }

  private void next(int page, Page<Fields> rows, Consumer<Integer> another, Runnable finished) {
    if (page >= rows.numPages()) {
      finished.run();
    } else if (page >= MAX_PAGES) {
      failed("its history is longer than " + MAX_PAGES + " pages");
    } else {
      another.accept(page + 1);
    }
  }

  private void noteOrder(Fields row) {
    if (isOurs(row)) {
      orders.add(OrderReader.order(WireOrder.of(row)));
    }
  }

  private void noteTrade(Fields row) {
    if (isOurs(row)) {
      Fill fill = OrderReader.fill(WireTrade.of(row));
      if (fills.stream().noneMatch(known -> known.id().equals(fill.id()))) {
        fills.add(fill);
      }
    }
  }

  private boolean isOurs(Fields row) {
    return row.optionalText("label").orElse("").equals(id.label());
  }

  private void conclude() {
    Optional<OrderUpdate> order = orders.stream().max(Comparator.comparing(OrderUpdate::at));
    Quantity traded = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
    boolean complete =
        order.isPresent() && order.get().status().isFinal() && order.get().filled().equals(traded);
    if (complete) {
      done.accept(new OrderResolved(id, order, fills));
    } else if (!lookedBefore) {
      lookedBefore = true;
      loop.after(confirmAfter, this::look);
    } else if (order.isEmpty() && fills.isEmpty()) {
      done.accept(new OrderResolved(id, Optional.empty(), List.of()));
    } else {
      failed("what the venue shows does not fit together: " + order + ", traded " + traded);
    }
  }

  private void read(String method, ObjectNode params, Consumer<JsonNode> reader) {
    session.submit(
        Call.read(
            method,
            params,
            answer -> {
              if (answer instanceof Answer.Result(JsonNode result)) {
                tryRead(reader, result);
              } else {
                failed(method + ": " + answer.problem());
              }
            }));
  }

  private void tryRead(Consumer<JsonNode> reader, JsonNode result) {
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
