package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.OrderWriter;
import io.arb.deribit.map.WriteOutcome;
import io.arb.deribit.session.Answer;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.WireOrder;
import java.util.Optional;

/**
 * Puts one order in the place of another: a cancel, whose answer proves what the old order has
 * traded, and then the new order. The venue's own edit is not used: it keeps the old label, so that
 * after a crash nobody could say whose order it is. Owned by the session's thread. Source: Deribit
 * API, private/cancel and private/edit.
 */
final class OrderReplace {
  /** One replacement under way. */
  private record Exchange(ClientOrderId target, Quantity expectedFilled, OrderRequest fresh) {
    Instrument instrument() {
      return fresh.instrument();
    }
  }

  private final DeribitSession session;
  private final OrderChecks checks;
  private final OrderEntry entry;
  private final OrderNews news;
  private final EventSink events;

  OrderReplace(
      DeribitSession session,
      OrderChecks checks,
      OrderEntry entry,
      OrderNews news,
      EventSink events) {
    this.session = session;
    this.checks = checks;
    this.entry = entry;
    this.news = news;
    this.events = events;
  }

  /** As {@link io.arb.core.spi.Exchange#replace} says. */
  void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest fresh) {
    Exchange exchange = new Exchange(target, expectedFilled, fresh);
    if (checks.check(fresh) instanceof OrderChecks.Refused(Rejection rejection, String detail)) {
      refused(exchange, rejection, detail);
      return;
    }
    Optional<OrderNews.OpenOrder> open = news.open(target);
    if (open.isEmpty()) {
      refused(exchange, Rejection.OTHER, target + " is not known to be open");
    } else if (!open.get().filled().equals(expectedFilled)) {
      refused(exchange, Rejection.OTHER, target + " has traded " + open.get().filled());
    } else {
      session.submit(
          Call.cancel(
              "private/cancel",
              OrderWriter.byOrderId(open.get().venueId().value()),
              answer -> onCancelled(exchange, answer)));
    }
  }

  private void onCancelled(Exchange exchange, Answer answer) {
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          goOn(exchange, WireOrder.of(Fields.of(result, "private/cancel")));
        } catch (WireFormatException e) {
          targetUnknown(exchange, "unreadable reply: " + e.getMessage());
        }
      }
      case Answer.Refused(DeribitError error) -> onRefused(exchange, error);
      case Answer.NoAnswer(String reason) -> targetUnknown(exchange, reason);
      case Answer.NotSent notSent -> refused(exchange, notSent.rejection(), notSent.reason());
    }
  }

  /** Only what is proven to be gone, with exactly what was expected, is replaced. */
  private void goOn(Exchange exchange, WireOrder cancelled) {
    news.changed(cancelled, exchange.instrument());
    boolean isGone = cancelled.orderState().equals("cancelled");
    boolean asExpected = cancelled.filledAmount().compareTo(exchange.expectedFilled().units()) == 0;
    if (isGone && asExpected) {
      entry.place(exchange.fresh());
    } else {
      freshNotSent(
          exchange,
          exchange.target()
              + " is "
              + cancelled.orderState()
              + " and has traded "
              + cancelled.filledAmount().toPlainString());
    }
  }

  private void onRefused(Exchange exchange, DeribitError error) {
    switch (WriteOutcome.of(error)) {
      case WriteOutcome.Retryable(Rejection rejection) ->
          refused(exchange, rejection, error.toString());
      case WriteOutcome.Refused(Rejection rejection) ->
          refused(exchange, rejection, error.toString());
      case WriteOutcome.Unknown unknown -> {
        if (OrderCancels.NOT_OPEN.contains(error.code())) {
          refused(exchange, Rejection.OTHER, error.toString());
        } else {
          targetUnknown(exchange, error.toString());
        }
      }
    }
  }

  private void targetUnknown(Exchange exchange, String reason) {
    events.accept(new OrderOutcomeUnknown(exchange.target(), "cancel to replace: " + reason));
    freshNotSent(exchange, "the order that it was to replace may still rest: " + reason);
  }

  private void freshNotSent(Exchange exchange, String detail) {
    events.accept(new OrderRejected(exchange.fresh().id(), Rejection.NOT_SENT, detail));
  }

  private void refused(Exchange exchange, Rejection rejection, String detail) {
    events.accept(new ReplaceRefused(exchange.target(), exchange.fresh().id(), rejection, detail));
  }
}
