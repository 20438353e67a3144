package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.DeriveInstrument;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.map.MarketReader;
import io.arb.derive.map.MaxFee;
import io.arb.derive.map.OrderReader;
import io.arb.derive.map.OrderWriter;
import io.arb.derive.map.WriteOutcome;
import io.arb.derive.profile.Generation;
import io.arb.derive.session.Answer;
import io.arb.derive.session.Call;
import io.arb.derive.session.DeriveSession;
import io.arb.derive.wire.DeriveError;
import io.arb.derive.wire.PlacedOrder;
import io.arb.derive.wire.ReplacedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places and replaces orders. Each request leaves at most once, and ends in exactly one of: the
 * order as the venue has it, a proof that it does not exist, or "unknown". Owned by the session's
 * thread. Source: Derive API, private/order and private/replace.
 */
final class OrderEntry {
  private static final Logger LOG = LoggerFactory.getLogger(OrderEntry.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DeriveSession session;
  private final OrderWriter writer;
  private final Generation generation;
  private final Catalogue catalogue;
  private final MarketFeed market;
  private final OrderNews news;
  private final InstantSource clock;
  private final EventSink events;

  OrderEntry(
      DeriveSession session,
      OrderWriter writer,
      Generation generation,
      Catalogue catalogue,
      MarketFeed market,
      OrderNews news,
      InstantSource clock,
      EventSink events) {
    this.session = session;
    this.writer = writer;
    this.generation = generation;
    this.catalogue = catalogue;
    this.market = market;
    this.news = news;
    this.clock = clock;
    this.events = events;
  }

  void place(OrderRequest order) {
    prepare(
        order,
        (instrument, maxFee) ->
            session.submit(
                Call.order(
                    "private/order",
                    InstrumentName.of(order.instrument()),
                    () -> writer.order(order, instrument, maxFee, clock.instant()),
                    patience(order),
                    answer -> onPlaced(order.id(), answer))),
        (rejection, detail) -> rejected(order.id(), rejection, detail));
  }

  void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest fresh) {
    prepare(
        fresh,
        (instrument, maxFee) ->
            session.submit(
                Call.order(
                    "private/replace",
                    InstrumentName.of(fresh.instrument()),
                    () ->
                        writer.replace(
                            target, expectedFilled, fresh, instrument, maxFee, clock.instant()),
                    patience(fresh),
                    answer -> onReplaced(target, fresh.id(), answer))),
        (rejection, detail) ->
            events.accept(new ReplaceRefused(target, fresh.id(), rejection, detail)));
  }

  /** Finds what the order needs to be written: its instrument and the bound of its fee. */
  private void prepare(
      OrderRequest order,
      BiConsumer<DeriveInstrument, BigDecimal> ready,
      BiConsumer<Rejection, String> refused) {
    if (!session.isLive()) {
      refused.accept(Rejection.NOT_SENT, "the session is not live");
      return;
    }
    if (!session.signingProblem().isEmpty()) {
      refused.accept(Rejection.NOT_SENT, session.signingProblem());
      return;
    }
    if (!order.rejectAfter().isAfter(clock.instant())) {
      refused.accept(Rejection.NOT_SENT, "too late: was to arrive until " + order.rejectAfter());
      return;
    }
    catalogue
        .find(order.instrument())
        .ifPresentOrElse(
            instrument ->
                withIndex(
                    order,
                    index -> ready.accept(instrument, maxFee(instrument, order, index)),
                    problem -> refused.accept(Rejection.NOT_SENT, problem)),
            () ->
                refused.accept(
                    Rejection.INSTRUMENT_CLOSED,
                    order.instrument() + " is not listed by the venue"));
  }

  private BigDecimal maxFee(DeriveInstrument instrument, OrderRequest order, Price index) {
    Price mark = market.mark(order.instrument()).orElse(order.limit());
    return MaxFee.of(instrument.spec(), order, mark, index);
  }

  /**
   * Fees follow the index. The limit of a perpetual is about that; an option's is its premium, so
   * if no ticker has told, the venue is asked.
   */
  private void withIndex(OrderRequest order, Consumer<Price> found, Consumer<String> missing) {
    Instrument instrument = order.instrument();
    Optional<Price> known = market.index(instrument.underlying());
    if (known.isPresent()) {
      found.accept(known.get());
      return;
    }
    switch (instrument) {
      case Perpetual perpetual -> found.accept(order.limit());
      case Option option -> askForIndex(option, found, missing);
    }
  }

  private void askForIndex(Option option, Consumer<Price> found, Consumer<String> missing) {
    var params = Json.object().put("instrument_name", InstrumentName.of(option));
    session.submit(
        Call.read(
            "public/get_ticker",
            params,
            answer ->
                indexIn(answer)
                    .ifPresentOrElse(
                        index -> {
                          market.onIndex(option.underlying(), index);
                          found.accept(index);
                        },
                        () -> missing.accept("no index price to bound the fee with"))));
  }

  private static Optional<Price> indexIn(Answer answer) {
    if (answer instanceof Answer.Result(JsonNode result)) {
      try {
        return Optional.of(MarketReader.index(result));
      } catch (WireFormatException e) {
        LOG.warn("Unreadable ticker: {}", e.getMessage());
      }
    }
    return Optional.empty();
  }

  private Duration patience(OrderRequest order) {
    Duration left = Duration.between(clock.instant(), order.rejectAfter());
    return left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
  }

  private void onPlaced(ClientOrderId id, Answer answer) {
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          report(id, PlacedOrder.of(result));
        } catch (WireFormatException e) {
          unknown(id, "unreadable reply: " + e.getMessage());
        }
      }
      case Answer.Refused(DeriveError error) -> refused(id, error);
      case Answer.NoAnswer(String reason) -> unknown(id, reason);
      case Answer.NotSent notSent -> rejected(id, rejection(notSent), notSent.reason());
    }
  }

  /** Everything is read before anything is told. */
  private void report(ClientOrderId id, PlacedOrder placed) {
    OrderUpdate update = OrderReader.order(placed.order());
    List<Fill> fills = placed.trades().stream().map(OrderReader::fill).toList();
    if (!update.id().equals(Optional.of(id))) {
      throw new WireFormatException("order", "label", placed.order().label(), id.label());
    }
    news.changed(update);
    fills.forEach(news::filled);
  }

  private void refused(ClientOrderId id, DeriveError error) {
    switch (outcome(error)) {
      case WriteOutcome.Retryable(Rejection rejection) -> rejected(id, rejection, error.toString());
      case WriteOutcome.Refused(Rejection rejection) -> rejected(id, rejection, error.toString());
      case WriteOutcome.Unknown unknown -> unknown(id, error.toString());
    }
  }

  private void onReplaced(ClientOrderId target, ClientOrderId replacement, Answer answer) {
    switch (answer) {
      case Answer.Result(JsonNode result) -> {
        try {
          onReplaced(replacement, ReplacedOrder.of(result));
        } catch (WireFormatException e) {
          bothUnknown(target, replacement, "unreadable reply: " + e.getMessage());
        }
      }
      case Answer.Refused(DeriveError error) -> replaceRefused(target, replacement, error);
      case Answer.NoAnswer(String reason) -> bothUnknown(target, replacement, reason);
      case Answer.NotSent notSent ->
          events.accept(
              new ReplaceRefused(target, replacement, rejection(notSent), notSent.reason()));
    }
  }

  private void onReplaced(ClientOrderId replacement, ReplacedOrder replaced) {
    OrderUpdate cancelled = OrderReader.order(replaced.cancelledOrder());
    switch (replaced) {
      case ReplacedOrder.Created created -> {
        report(replacement, created.placed());
        news.changed(cancelled);
      }
      case ReplacedOrder.NotCreated notCreated -> {
        news.changed(cancelled);
        refused(replacement, notCreated.createOrderError());
      }
    }
  }

  /** An error in place of a result means that neither step was taken. */
  private void replaceRefused(ClientOrderId target, ClientOrderId replacement, DeriveError error) {
    switch (outcome(error)) {
      case WriteOutcome.Retryable(Rejection rejection) ->
          events.accept(new ReplaceRefused(target, replacement, rejection, error.toString()));
      case WriteOutcome.Refused(Rejection rejection) ->
          events.accept(new ReplaceRefused(target, replacement, rejection, error.toString()));
      case WriteOutcome.Unknown unknown -> bothUnknown(target, replacement, error.toString());
    }
  }

  private WriteOutcome outcome(DeriveError error) {
    if (WriteOutcome.STALE_RULES.contains(error.code())) {
      catalogue.rulesMayHaveChanged();
    }
    return WriteOutcome.of(error, generation);
  }

  private static Rejection rejection(Answer.NotSent notSent) {
    return switch (notSent.cause()) {
      case RATE_LIMITED -> Rejection.RATE_LIMITED;
      case NO_CONNECTION -> Rejection.NOT_SENT;
      case IMPOSSIBLE -> Rejection.OTHER;
    };
  }

  private void rejected(ClientOrderId id, Rejection rejection, String detail) {
    events.accept(new OrderRejected(id, rejection, detail));
  }

  private void unknown(ClientOrderId id, String reason) {
    events.accept(new OrderOutcomeUnknown(id, reason));
  }

  private void bothUnknown(ClientOrderId target, ClientOrderId replacement, String reason) {
    unknown(target, reason);
    unknown(replacement, reason);
  }
}
