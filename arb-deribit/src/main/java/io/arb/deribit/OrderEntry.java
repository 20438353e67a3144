package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.DeribitInstrument;
import io.arb.deribit.map.OrderWriter;
import io.arb.deribit.map.WriteOutcome;
import io.arb.deribit.session.Answer;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.PlacedOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Places orders. Each request leaves at most once, and ends in exactly one of: the order as the
 * venue has it, a proof that it does not exist, or "unknown". Owned by the session's thread.
 * Source: Deribit API, private/buy and private/sell.
 */
final class OrderEntry {
  private final DeribitSession session;
  private final OrderChecks checks;
  private final Catalogue catalogue;
  private final Lifetimes lifetimes;
  private final OrderNews news;
  private final InstantSource clock;
  private final EventSink events;

  OrderEntry(
      DeribitSession session,
      OrderChecks checks,
      Catalogue catalogue,
      Lifetimes lifetimes,
      OrderNews news,
      InstantSource clock,
      EventSink events) {
    this.session = session;
    this.checks = checks;
    this.catalogue = catalogue;
    this.lifetimes = lifetimes;
    this.news = news;
    this.clock = clock;
    this.events = events;
  }

  void place(OrderRequest order) {
    switch (checks.check(order)) {
      case OrderChecks.Ready(DeribitInstrument instrument, BigDecimal price) -> {
        if (lifetimes.claim(order.id(), clock.instant())) {
          send(order, instrument, price);
        } else {
          unknown(order.id(), "an order was sent under this id before");
        }
      }
      case OrderChecks.Refused(Rejection rejection, String detail) ->
          rejected(order.id(), rejection, detail);
    }
  }

  private void send(OrderRequest order, DeribitInstrument instrument, BigDecimal price) {
    session.submit(
        Call.order(
            OrderWriter.method(order.side()),
            () -> params(order, instrument, price),
            lifetimes.patience(order.rejectAfter(), clock.instant()),
            answer -> onPlaced(order, answer)));
  }

  private ObjectNode params(OrderRequest order, DeribitInstrument instrument, BigDecimal price) {
    Instant end = lifetimes.begin(order.id(), order.rejectAfter(), clock.instant());
    return OrderWriter.order(order, instrument, price, session.atVenue(end));
  }

  private void onPlaced(OrderRequest order, Answer answer) {
    ClientOrderId id = order.id();
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          report(order, PlacedOrder.of(result));
        } catch (WireFormatException e) {
          unknown(id, "unreadable reply: " + e.getMessage());
        }
      }
      case Answer.Refused(DeribitError error) -> refused(id, error);
      case Answer.NoAnswer(String reason) -> unknown(id, reason);
      case Answer.NotSent notSent -> rejected(id, notSent.rejection(), notSent.reason());
    }
  }

  private void report(OrderRequest order, PlacedOrder placed) {
    if (!placed.order().label().equals(order.id().label())) {
      throw new WireFormatException("order", "label", placed.order().label(), order.id().label());
    }
    news.placed(placed, order.instrument());
  }

  private void refused(ClientOrderId id, DeribitError error) {
    if (WriteOutcome.showsStaleRules(error)) {
      catalogue.rulesMayHaveChanged();
    }
    if (error.code() == DeribitError.SETTLEMENT_IN_PROGRESS) {
      session.state().settling();
    }
    switch (WriteOutcome.of(error)) {
      case WriteOutcome.Retryable(Rejection rejection) -> rejected(id, rejection, error.toString());
      case WriteOutcome.Refused(Rejection rejection) -> rejected(id, rejection, error.toString());
      case WriteOutcome.Unknown unknown -> unknown(id, error.toString());
    }
  }

  private void rejected(ClientOrderId id, Rejection rejection, String detail) {
    events.accept(new OrderRejected(id, rejection, detail));
  }

  private void unknown(ClientOrderId id, String reason) {
    events.accept(new OrderOutcomeUnknown(id, reason));
  }
}
