package io.arb.core.paper;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The {@code paper} exchange: one account of a {@link PaperVenue} in this process. Safe from any
 * thread. Events come on the caller's thread or on the one that advances the venue.
 */
public final class PaperExchange implements Exchange {
  private static final String DOWN = "not connected";

  private final PaperVenue venue;
  private final AccountId account;
  private final PaperLink link;
  private final Feed feed;
  private final Supplier<AutoCloseable> drive;
  private volatile AutoCloseable driver = () -> {};

  /** Ids that were used or burned; guarded by the venue's lock. */
  private final Set<ClientOrderId> spent = new HashSet<>();

  /** An exchange for an account that exists on {@code venue}, which somebody else advances. */
  public PaperExchange(PaperVenue venue, AccountId account, EventSink sink, PaperLink link) {
    this(venue, account, sink, link, () -> () -> {});
  }

  /**
   * An exchange that advances its venue itself.
   *
   * @param drive called at the start; what it returns is closed at the end
   */
  PaperExchange(
      PaperVenue venue,
      AccountId account,
      EventSink sink,
      PaperLink link,
      Supplier<AutoCloseable> drive) {
    this.venue = venue;
    this.account = account;
    this.link = link;
    this.feed = new Feed(venue, account, sink, link);
    this.drive = drive;
  }

  @Override
  public void start() {
    venue.addListener(feed);
    link.onChange(this::connectionChanged);
    feed.open();
    connectionChanged();
    driver = drive.get();
  }

  private void connectionChanged() {
    if (link.isUp()) {
      comeUp();
    } else {
      feed.status(ConnectionStatus.DOWN, "connection lost");
    }
  }

  private void comeUp() {
    feed.emit(new InstrumentsListed(venue.instruments()));
    feed.status(ConnectionStatus.LIVE, "");
    feed.showWatched();
  }

  @Override
  public void watch(Set<Instrument> instruments) {
    feed.watch(instruments);
  }

  @Override
  public void place(OrderRequest request) {
    send(
        request.id(),
        () -> enter(request),
        new OrderRejected(request.id(), Rejection.NOT_SENT, DOWN));
  }

  private Optional<Event> enter(OrderRequest request) {
    return tooLate(request)
        .<Event>map(why -> new OrderRejected(request.id(), Rejection.DROPPED, why))
        .or(() -> rejected(request, venue.place(account, PaperWords.request(request))));
  }

  /** Also uses up the id. */
  private Optional<String> tooLate(OrderRequest request) {
    if (!spent.add(request.id())) {
      return Optional.of("id " + request.id() + " is used up");
    }
    return venue.market().now().isAfter(request.rejectAfter())
        ? Optional.of("arrived after " + request.rejectAfter())
        : Optional.empty();
  }

  private static Optional<Event> rejected(OrderRequest request, Placement placement) {
    return switch (placement) {
      case Placement.Accepted accepted -> Optional.empty();
      case Placement.Refused refused ->
          Optional.of(
              new OrderRejected(
                  request.id(), PaperWords.rejection(refused.reason()), refused.detail()));
    };
  }

  @Override
  public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    send(
        replacement.id(),
        () -> enterReplacement(target, expectedFilled, replacement),
        new ReplaceRefused(target, replacement.id(), Rejection.NOT_SENT, DOWN));
  }

  private Optional<Event> enterReplacement(
      ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    Optional<String> tooLate = tooLate(replacement);
    if (tooLate.isPresent()) {
      return refuseReplace(target, replacement, Rejection.DROPPED, tooLate.get());
    }
    Optional<VenueOrder> old = open(target);
    if (old.isEmpty()) {
      return refuseReplace(target, replacement, Rejection.OTHER, target + " is not open");
    }
    Replacement outcome =
        venue.replace(
            account, old.get().id(), Optional.of(expectedFilled), PaperWords.request(replacement));
    return switch (outcome) {
      case Replacement.NotOpen(String detail) ->
          refuseReplace(target, replacement, Rejection.OTHER, detail);
      case Replacement.FilledDiffers(VenueOrder order) ->
          refuseReplace(target, replacement, Rejection.OTHER, "filled is " + order.filled());
      case Replacement.Replaced(VenueOrder cancelled, Placement creation) ->
          rejected(replacement, creation);
    };
  }

  private static Optional<Event> refuseReplace(
      ClientOrderId target, OrderRequest replacement, Rejection rejection, String detail) {
    return Optional.of(new ReplaceRefused(target, replacement.id(), rejection, detail));
  }

  @Override
  public void cancel(ClientOrderId id, Instrument instrument) {
    if (link.isUp()) {
      ask(() -> cancelOpen(id));
    }
  }

  private Optional<Event> cancelOpen(ClientOrderId id) {
    return venue.cancelByLabel(account, id.label(), Optional.empty()).isEmpty()
        ? Optional.of(new CancelRefused(id, id + " is not open"))
        : Optional.empty();
  }

  @Override
  public void cancelAll() {
    if (link.isUp()) {
      ask(
          () -> {
            venue.openOrders(account).stream()
                .filter(order -> ClientOrderId.isLabel(order.request().label()))
                .forEach(order -> venue.cancel(account, order.id(), EndReason.USER_REQUEST));
            return Optional.empty();
          });
    }
  }

  /**
   * The venue is in this process: what it says about a label is certain, so nothing is cancelled.
   */
  @Override
  public void resolve(ClientOrderId id, Instrument instrument, Instant sentAt) {
    if (link.isUp()) {
      ask(() -> Optional.of(resolved(id)));
    } else {
      feed.emit(new ResolveFailed(id, DOWN));
    }
  }

  private Event resolved(ClientOrderId id) {
    spent.add(id);
    Optional<VenueOrder> order =
        venue.orderHistory(account).stream()
            .filter(candidate -> candidate.request().label().equals(id.label()))
            .findFirst();
    List<Fill> fills =
        order.stream()
            .flatMap(found -> venue.fills(account, FillFilter.ofOrder(found.id())).stream())
            .map(PaperWords::fill)
            .toList();
    return new OrderResolved(id, order.map(PaperWords::update), fills);
  }

  private Optional<VenueOrder> open(ClientOrderId id) {
    return venue.openOrders(account).stream()
        .filter(order -> order.request().label().equals(id.label()))
        .findFirst();
  }

  @Override
  public void snapshot() {
    if (link.isUp()) {
      ask(() -> Optional.of(new SnapshotTaken(snapshotNow())));
    } else {
      feed.emit(new SnapshotFailed(DOWN));
    }
  }

  private AccountSnapshot snapshotNow() {
    Map<Instrument, Quantity> positions = new HashMap<>();
    venue.positions(account).forEach((key, position) -> positions.put(key, position.quantity()));
    return new AccountSnapshot(
        positions,
        venue.cash(account),
        venue.openOrders(account).stream().map(PaperWords::update).toList(),
        venue.market().now());
  }

  private void send(ClientOrderId id, Supplier<Optional<Event>> arrival, Event notSent) {
    if (!feed.isOpen() || !link.isUp()) {
      feed.emit(notSent);
      return;
    }
    switch (link.nextFate()) {
      case ARRIVES -> ask(arrival);
      case ARRIVES_UNANSWERED -> breakOff(id, () -> venue.answering(arrival, lost -> {}));
      case DELAYED -> {
        link.delay(() -> ask(arrival));
        breakOff(id, () -> {});
      }
    }
  }

  private void breakOff(ClientOrderId id, Runnable arrival) {
    link.breakDown();
    arrival.run();
    feed.emit(new OrderOutcomeUnknown(id, "connection lost before the answer"));
    link.comeBack();
  }

  private void ask(Supplier<Optional<Event>> operation) {
    venue.answering(operation, event -> event.ifPresent(feed::emit));
  }

  @Override
  public void close() {
    feed.close();
    venue.removeListener(feed);
    try {
      driver.close();
    } catch (Exception e) {
      throw new IllegalStateException("the paper venue's clockwork did not close", e);
    }
  }
}
