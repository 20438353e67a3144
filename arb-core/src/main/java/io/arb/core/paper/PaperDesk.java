package io.arb.core.paper;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The venue's end of a paper exchange: what an arriving request does, and the event that answers
 * it. An empty answer means that the account's notifications say it all. Each method runs as one
 * step of the venue ({@link PaperVenue#answering}).
 */
final class PaperDesk {
  private final PaperVenue venue;
  private final AccountId account;

  /** Ids that were used or burned. */
  private final Set<ClientOrderId> spent = new HashSet<>();

  PaperDesk(PaperVenue venue, AccountId account) {
    this.venue = venue;
    this.account = account;
  }

  Optional<Event> enter(OrderRequest request) {
    return tooLate(request)
        .map(why -> notAgain(request, why))
        .or(() -> rejected(request, venue.place(account, PaperWords.request(request))));
  }

  /** An order that is already here is shown as it stands: to reject it would be a lie. */
  private Event notAgain(OrderRequest request, String why) {
    return find(request.id())
        .<Event>map(order -> new OrderChanged(PaperWords.update(order)))
        .orElseGet(() -> new OrderRejected(request.id(), Rejection.DROPPED, why));
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

  Optional<Event> replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
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

  Optional<Event> cancel(ClientOrderId id) {
    return venue.cancelByLabel(account, id.label(), Optional.empty()).isEmpty()
        ? Optional.of(new CancelRefused(id, id + " is not open"))
        : Optional.empty();
  }

  Optional<Event> cancelOurs() {
    venue.openOrders(account).stream()
        .filter(order -> ClientOrderId.isLabel(order.request().label()))
        .forEach(order -> venue.cancel(account, order.id(), EndReason.USER_REQUEST));
    return Optional.empty();
  }

  Event resolve(ClientOrderId id) {
    spent.add(id);
    Optional<VenueOrder> order = find(id);
    List<Fill> fills =
        order.stream()
            .flatMap(found -> venue.fills(account, FillFilter.ofOrder(found.id())).stream())
            .map(PaperWords::fill)
            .toList();
    return new OrderResolved(id, order.map(PaperWords::update), fills);
  }

  private Optional<VenueOrder> find(ClientOrderId id) {
    return venue.orderHistory(account).stream()
        .filter(order -> order.request().label().equals(id.label()))
        .findFirst();
  }

  private Optional<VenueOrder> open(ClientOrderId id) {
    return venue.openOrders(account).stream()
        .filter(order -> order.request().label().equals(id.label()))
        .findFirst();
  }

  AccountSnapshot snapshot() {
    Map<Instrument, Quantity> positions = new HashMap<>();
    venue.positions(account).forEach((key, position) -> positions.put(key, position.quantity()));
    return new AccountSnapshot(
        positions,
        venue.cash(account),
        venue.openOrders(account).stream().map(PaperWords::update).toList(),
        venue.market().now());
  }
}
