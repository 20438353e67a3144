package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.Instrument;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.OrderReader;
import io.arb.derive.map.OrderWriter;
import io.arb.derive.session.Answer;
import io.arb.derive.session.Call;
import io.arb.derive.session.DeriveSession;
import io.arb.derive.wire.DeriveError;
import io.arb.derive.wire.WireOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels orders. Owned by the session's thread. Source: Derive API, private/cancel,
 * private/cancel_by_nonce, private/cancel_by_label, private/cancel_by_instrument,
 * private/cancel_all.
 */
final class OrderCancels {
  private static final Logger LOG = LoggerFactory.getLogger(OrderCancels.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int MAX_ATTEMPTS = 10;

  private final DeriveSession session;
  private final SessionLoop loop;
  private final OrderWriter writer;
  private final OrderNews news;
  private final EventSink events;

  OrderCancels(
      DeriveSession session,
      SessionLoop loop,
      OrderWriter writer,
      OrderNews news,
      EventSink events) {
    this.session = session;
    this.loop = loop;
    this.writer = writer;
    this.news = news;
    this.events = events;
  }

  /** By the venue's id if it is known, so that the reply shows the order; else by its nonce. */
  void cancel(ClientOrderId id, Instrument instrument) {
    news.venueId(id)
        .ifPresentOrElse(
            venueId -> cancel(id, InstrumentName.of(instrument), venueId.value()),
            () -> cancelByNonce(id, instrument));
  }

  private void cancel(ClientOrderId id, String instrumentName, String orderId) {
    ObjectNode params = writer.onInstrument(instrumentName).put("order_id", orderId);
    session.submit(Call.cancel("private/cancel", params, answer -> onCancelled(id, answer)));
  }

  private void onCancelled(ClientOrderId id, Answer answer) {
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          news.changed(OrderReader.order(WireOrder.of(Fields.of(result, "private/cancel"))));
        } catch (WireFormatException e) {
          LOG.warn("Cancel of {} ended with an unreadable reply: {}", id, e.getMessage());
        }
      }
      case Answer.Refused(DeriveError error) ->
          events.accept(new CancelRefused(id, error.toString()));
      case Answer.NoAnswer none -> LOG.warn("Cancel of {}: {}", id, none.reason());
      case Answer.NotSent notSent -> LOG.warn("Cancel of {}: {}", id, notSent.reason());
    }
  }

  /** If it was open, the news of its end comes in the orders channel. */
  private void cancelByNonce(ClientOrderId id, Instrument instrument) {
    session.submit(
        Call.cancel(
            "private/cancel_by_nonce",
            writer.cancelByNonce(id, instrument),
            answer -> {
              if (!(answer instanceof Answer.Result(JsonNode result))) {
                onCancelled(id, answer);
              } else if (result.path("cancelled_orders").asInt() == 0) {
                events.accept(new CancelRefused(id, "no open order has its nonce"));
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
            writer.subaccount(),
            answer -> {
              if (!cancelListed(answer)) {
                again(attempt, answer.problem());
              }
            }));
  }

  private boolean cancelListed(Answer answer) {
    if (answer instanceof Answer.Result(JsonNode result)) {
      try {
        for (Fields row : Fields.of(result, "private/get_open_orders").objects("orders")) {
          String orderId = row.text("order_id");
          String name = row.text("instrument_name");
          OrderReader.orderId(row.optionalText("label").orElse(""))
              .ifPresent(id -> cancel(id, name, orderId));
        }
        return true;
      } catch (WireFormatException e) {
        LOG.warn("Open orders are unreadable: {}", e.getMessage());
      }
    }
    return false;
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
