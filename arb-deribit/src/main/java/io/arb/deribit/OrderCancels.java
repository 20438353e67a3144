package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.Instrument;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.Naming;
import io.arb.deribit.map.OrderReader;
import io.arb.deribit.map.OrderWriter;
import io.arb.deribit.session.Answer;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.Rows;
import io.arb.deribit.wire.WireOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels orders. Owned by the session's thread. Source: Deribit API, private/cancel,
 * private/cancel_by_label, private/cancel_all.
 */
final class OrderCancels {
  /** The order is not open any more, or never was; the venue's answers vary. */
  static final Set<Integer> NOT_OPEN =
      Set.of(DeribitError.ORDER_NOT_FOUND, 10_010, 11_008, DeribitError.NOT_OPEN_ORDER);

  private static final Logger LOG = LoggerFactory.getLogger(OrderCancels.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int MAX_ATTEMPTS = 10;

  private final DeribitSession session;
  private final SessionLoop loop;
  private final Naming naming;
  private final OrderNews news;
  private final EventSink events;

  OrderCancels(
      DeribitSession session, SessionLoop loop, Naming naming, OrderNews news, EventSink events) {
    this.session = session;
    this.loop = loop;
    this.naming = naming;
    this.news = news;
    this.events = events;
  }

  /** By the venue's id if it is known, so that the reply shows the order; else by its label. */
  void cancel(ClientOrderId id, Instrument instrument) {
    news.open(id)
        .ifPresentOrElse(
            open -> cancel(id, instrument, open.venueId().value()),
            () -> cancelByLabel(id, instrument));
  }

  private void cancel(ClientOrderId id, Instrument instrument, String orderId) {
    session.submit(
        Call.cancel(
            "private/cancel",
            OrderWriter.byOrderId(orderId),
            answer -> onCancelled(id, instrument, answer)));
  }

  private void onCancelled(ClientOrderId id, Instrument instrument, Answer answer) {
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          news.changed(WireOrder.of(Fields.of(result, "private/cancel")), instrument);
        } catch (WireFormatException e) {
          LOG.warn("Cancel of {} ended with an unreadable reply: {}", id, e.getMessage());
        }
      }
      case Answer.Refused(DeribitError error) -> onRefused(id, error);
      case Answer.NoAnswer none -> LOG.warn("Cancel of {}: {}", id, none.reason());
      case Answer.NotSent notSent -> LOG.warn("Cancel of {}: {}", id, notSent.reason());
    }
  }

  private void onRefused(ClientOrderId id, DeribitError error) {
    events.accept(new CancelRefused(id, error.toString()));
  }

  /** If it was open, the news of its end comes in user.changes. */
  private void cancelByLabel(ClientOrderId id, Instrument instrument) {
    session.submit(
        Call.cancel(
            "private/cancel_by_label",
            OrderWriter.byLabel(naming.settlementCurrency(instrument), id),
            answer -> {
              if (!(answer instanceof Answer.Result(JsonNode count))) {
                onCancelled(id, instrument, answer);
              } else if (count.asInt() == 0) {
                events.accept(new CancelRefused(id, "no open order has its label"));
              }
            }));
  }

  /** Cancels every open order that carries a label of ours, and no other. */
  void cancelAllOfOurs() {
    cancelAllOfOurs(1);
  }

  private void cancelAllOfOurs(int attempt) {
    session.submit(
        Call.read(
            "private/get_open_orders",
            Json.object(),
            answer -> {
              if (!cancelListed(answer)) {
                again(attempt, answer.problem());
              }
            }));
  }

  private boolean cancelListed(Answer answer) {
    if (answer instanceof Answer.Result(JsonNode result)) {
      try {
        for (Fields row : Rows.of(result, "private/get_open_orders")) {
          cancelIfOurs(WireOrder.of(row));
        }
        return true;
      } catch (WireFormatException e) {
        LOG.warn("Open orders are unreadable: {}", e.getMessage());
      }
    }
    return false;
  }

  private void cancelIfOurs(WireOrder order) {
    Optional<ClientOrderId> id = OrderReader.orderId(order.label());
    Optional<Instrument> instrument = naming.instrument(order.instrumentName());
    if (id.isPresent() && instrument.isPresent()) {
      cancel(id.get(), instrument.get(), order.orderId());
    }
  }

  private void again(int attempt, String problem) {
    if (attempt < MAX_ATTEMPTS) {
      LOG.warn("Open orders could not be read to cancel them: {}", problem);
      loop.after(RETRY_AFTER, () -> cancelAllOfOurs(attempt + 1));
    } else {
      LOG.error("Open orders could not be cancelled, they may still rest: {}", problem);
    }
  }

  /** Asks for a cancel of many; {@code done} completes with the venue's result. */
  void cancelMany(String method, ObjectNode params, CompletableFuture<JsonNode> done) {
    session.submit(
        Call.cancel(
            method,
            params,
            answer -> {
              if (answer instanceof Answer.Result(JsonNode result)) {
                done.complete(result);
              } else {
                done.completeExceptionally(new IOException(method + ": " + answer.problem()));
              }
            }));
  }
}
