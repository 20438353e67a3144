package io.arb.core.paper;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.Money;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with an exchange, each with the rules of the contract that forbid it. */
enum Defect {
  NONE(""),
  REPORTS_LIVE_BEFORE_LISTING("C1"),
  REPORTS_AFTER_CLOSE("C3 C9"),
  SENDS_LATER_WHAT_IT_REJECTED("C6"),
  FORGETS_WHAT_IS_WATCHED("M5"),
  SHOWS_OLD_BOOKS_WHILE_DOWN("M9"),
  ROUNDS_PRICES("O7"),
  LOSES_LATER_FILLS("O10 F1"),
  COUNTS_FILLS_TWICE("F1 F3 F4 X4 X5"),
  IGNORES_EXPECTED_FILLED("R2"),
  CANCELS_FOREIGN_ORDERS("X3"),
  REJECTS_WHAT_IS_UNKNOWN("U1 R7"),
  SENDS_AGAIN_AFTER_RECONNECT("U1 U3"),
  CALLS_ABSENT_WHAT_IT_CANNOT_ASK("U4"),
  CALLS_AN_UNKNOWN_ACCOUNT_EMPTY("S2");

  private final String rules;

  Defect(String rules) {
    this.rules = rules;
  }

  /** A paper exchange with this defect. */
  Exchange exchange(PaperContractVenue venue, EventSink log) {
    return switch (this) {
      case NONE -> new BrokenExchange(venue, log);
      case REPORTS_LIVE_BEFORE_LISTING -> new LiveFirst(venue, log);
      case REPORTS_AFTER_CLOSE -> new Talkative(venue, log);
      case SENDS_LATER_WHAT_IT_REJECTED -> new Grudging(venue, log);
      case FORGETS_WHAT_IS_WATCHED -> new Forgetful(venue, log);
      case SHOWS_OLD_BOOKS_WHILE_DOWN -> new Nostalgic(venue, log);
      case ROUNDS_PRICES -> new Rounding(venue, log);
      case LOSES_LATER_FILLS -> new LosingFills(venue, log);
      case COUNTS_FILLS_TWICE -> new CountingTwice(venue, log);
      case IGNORES_EXPECTED_FILLED -> new Replacing(venue, log);
      case CANCELS_FOREIGN_ORDERS -> new CancellingAll(venue, log);
      case REJECTS_WHAT_IS_UNKNOWN -> new Rejecting(venue, log);
      case SENDS_AGAIN_AFTER_RECONNECT -> new SendingAgain(venue, log);
      case CALLS_ABSENT_WHAT_IT_CANNOT_ASK -> new Guessing(venue, log);
      case CALLS_AN_UNKNOWN_ACCOUNT_EMPTY -> new Empty(venue, log);
    };
  }

  /** The ids of the rules that fail. */
  List<String> rules() {
    return rules.isEmpty() ? List.of() : List.of(rules.split(" "));
  }

  private static final class LiveFirst extends BrokenExchange {
    private Optional<Event> listing = Optional.empty();

    LiveFirst(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      if (event instanceof InstrumentsListed) {
        listing = Optional.of(event);
        return;
      }
      report(event);
      listing.ifPresent(this::report);
      listing = Optional.empty();
    }
  }

  private static final class Talkative extends BrokenExchange {
    Talkative(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void close() {
      super.close();
      report(new ExchangeStatusChanged(ConnectionStatus.DOWN, "closed"));
    }
  }

  private static final class Grudging extends BrokenExchange {
    private final Map<ClientOrderId, OrderRequest> placed = new HashMap<>();
    private final List<OrderRequest> notSent = new ArrayList<>();

    Grudging(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void place(OrderRequest request) {
      placed.put(request.id(), request);
      super.place(request);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (event instanceof OrderRejected rejected && rejected.rejection() == Rejection.NOT_SENT) {
        Optional.ofNullable(placed.get(rejected.id())).ifPresent(notSent::add);
      }
      if (is(event, ConnectionStatus.LIVE)) {
        notSent.forEach(super::place);
      }
    }
  }

  private static final class Forgetful extends BrokenExchange {
    Forgetful(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (is(event, ConnectionStatus.DOWN)) {
        watch(Set.of());
      }
    }
  }

  private static final class Nostalgic extends BrokenExchange {
    private Optional<Event> last = Optional.empty();

    Nostalgic(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (event instanceof BookChanged) {
        last = Optional.of(event);
      }
      if (is(event, ConnectionStatus.DOWN)) {
        last.ifPresent(this::report);
      }
    }
  }

  private static final class Rounding extends BrokenExchange {
    private static final Price TICK = Price.of("0.01");

    Rounding(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void place(OrderRequest order) {
      super.place(
          new OrderRequest(
              order.id(),
              order.instrument(),
              order.side(),
              order.quantity(),
              order.limit().passiveTo(TICK, order.side()),
              order.timeInForce(),
              order.reduceOnly(),
              order.rejectAfter()));
    }
  }

  private static final class LosingFills extends BrokenExchange {
    private final Set<ClientOrderId> filled = new HashSet<>();

    LosingFills(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      boolean isFirst =
          !(event instanceof OrderFilled(Fill fill)) || fill.order().map(filled::add).orElse(true);
      if (isFirst) {
        report(event);
      }
    }
  }

  private static final class CountingTwice extends BrokenExchange {
    CountingTwice(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (event instanceof OrderFilled(Fill fill)) {
        report(new OrderFilled(renamed(fill)));
      }
    }

    private static Fill renamed(Fill fill) {
      return new Fill(
          new FillId(fill.id() + "/again"),
          fill.order(),
          fill.instrument(),
          fill.side(),
          fill.price(),
          fill.quantity(),
          fill.fee(),
          fill.liquidity(),
          fill.at());
    }
  }

  private static final class Replacing extends BrokenExchange {
    Replacing(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
      Quantity whatever =
          venue().venue().openOrders(PaperContractVenue.OURS).stream()
              .filter(order -> order.request().label().equals(target.label()))
              .map(VenueOrder::filled)
              .findFirst()
              .orElse(expectedFilled);
      super.replace(target, whatever, replacement);
    }
  }

  private static final class CancellingAll extends BrokenExchange {
    CancellingAll(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void cancelAll() {
      var unused = venue().venue().cancelAll(PaperContractVenue.OURS, EndReason.USER_REQUEST);
    }
  }

  private static final class Rejecting extends BrokenExchange {
    Rejecting(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (event instanceof OrderOutcomeUnknown(ClientOrderId id, String reason)) {
        report(new OrderRejected(id, Rejection.DROPPED, reason));
      }
    }
  }

  private static final class SendingAgain extends BrokenExchange {
    private Optional<OrderRequest> last = Optional.empty();
    private Optional<OrderRequest> again = Optional.empty();

    SendingAgain(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void place(OrderRequest request) {
      last = Optional.of(request);
      super.place(request);
    }

    @Override
    public void accept(Event event) {
      report(event);
      if (event instanceof OrderOutcomeUnknown unknown) {
        again = last.filter(order -> order.id().equals(unknown.id()));
      }
      if (is(event, ConnectionStatus.LIVE)) {
        again.ifPresent(order -> super.place(copy(order)));
        again = Optional.empty();
      }
    }

    private OrderRequest copy(OrderRequest order) {
      return new OrderRequest(
          venue().nextId(),
          order.instrument(),
          order.side(),
          order.quantity(),
          order.limit(),
          order.timeInForce(),
          order.reduceOnly(),
          order.rejectAfter());
    }
  }

  private static final class Guessing extends BrokenExchange {
    Guessing(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(
          event instanceof ResolveFailed failed
              ? new OrderResolved(failed.id(), Optional.empty(), List.of())
              : event);
    }
  }

  private static final class Empty extends BrokenExchange {
    Empty(PaperContractVenue venue, EventSink log) {
      super(venue, log);
    }

    @Override
    public void accept(Event event) {
      report(event instanceof SnapshotFailed ? new SnapshotTaken(nothing()) : event);
    }

    private static AccountSnapshot nothing() {
      return new AccountSnapshot(Map.of(), Money.ZERO, List.of(), Instant.EPOCH);
    }
  }
}
