package io.arb.core.paper;

import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.Matching.Match;
import io.arb.core.paper.Placement.Accepted;
import io.arb.core.paper.Placement.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes orders in: checks, trades, and lets the rest wait or end. Owned by the venue's lock. */
final class OrderEntry {
  private final Floor floor;
  private final Admission admission;
  private final Execution execution;

  OrderEntry(Floor floor, Admission admission, Execution execution) {
    this.floor = floor;
    this.admission = admission;
    this.execution = execution;
  }

  Placement place(
      Account account, VenueOrderRequest request, Optional<VenueOrderId> replaced, Instant now) {
    Optional<Refused> refused = admission.check(account, request, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Book book = floor.openBook(request.instrument(), now).orElseThrow();
    Price limit = effectiveLimit(request, book, now);
    List<Match> plan =
        Matching.plan(
            book, request.side(), limit, request.quantity(), floor.sharing(request.instrument()));
    refused = refuseAtBook(account, request, book, limit, plan);
    return refused.isPresent()
        ? refused.get()
        : accept(
            new LiveOrder(
                new VenueOrderId(floor.ids().next()), account, request, limit, replaced, now),
            book,
            plan,
            now);
  }

  /** Market orders stay inside the band; a repriced post-only order steps off the other side. */
  private Price effectiveLimit(VenueOrderRequest request, Book book, Instant now) {
    Side side = request.side();
    if (request.kind() == OrderKind.MARKET) {
      return floor.band(request.instrument(), now).clamp(side, request.limit());
    }
    boolean steps =
        request.lifetime() == Lifetime.POST_ONLY_REPRICED
            && Admission.crosses(book, side, request.limit());
    return steps ? oneTickOff(book, side) : request.limit();
  }

  private Price oneTickOff(Book book, Side side) {
    Price tick = floor.rules().terms(book.instrument()).tick();
    BigDecimal away = side == Side.BUY ? tick.usd().negate() : tick.usd();
    return book.best(side.opposite()).orElseThrow().plusClamped(away);
  }

  private static Optional<Refused> refuseAtBook(
      Account account, VenueOrderRequest request, Book book, Price limit, List<Match> plan) {
    boolean crosses = Admission.crosses(book, request.side(), limit);
    if (crosses && meetsItself(account, request.side(), limit, book)) {
      return Optional.of(new Refused(Refusal.SELF_CROSS, "Would trade with an own order"));
    }
    if (limit.isZero() || (request.lifetime().isPostOnly() && crosses)) {
      return Optional.of(
          new Refused(Refusal.POST_ONLY_CROSSES, "Post-only order would trade at " + limit));
    }
    if (request.isImmediate() && plan.isEmpty()) {
      return Optional.of(new Refused(Refusal.NO_LIQUIDITY, "Nothing to trade with at " + limit));
    }
    Quantity found = Matching.total(plan);
    boolean tooThin =
        request.lifetime() == Lifetime.FILL_OR_KILL && found.compareTo(request.quantity()) < 0;
    return tooThin
        ? Optional.of(
            new Refused(Refusal.NOT_FILLED_IN_FULL, "Only " + found + " of " + request.quantity()))
        : Optional.empty();
  }

  private static boolean meetsItself(Account account, Side side, Price limit, Book book) {
    return book.against(side, limit).stream()
        .flatMap(List::stream)
        .anyMatch(resting -> resting.account() == account);
  }

  private Accepted accept(LiveOrder order, Book book, List<Match> plan, Instant now) {
    order.account().remember(order);
    List<VenueFill> fills = plan.isEmpty() ? List.of() : execution.execute(order, book, plan, now);
    if (!order.isOpen()) {
      order.account().forgetOpen(order);
    } else if (order.request().isImmediate()) {
      execution.end(order, OrderStatus.CANCELLED, EndReason.PARTIAL_FILL, now);
    } else {
      execution.rest(order, book);
    }
    return new Accepted(order.snapshot(), fills);
  }

  Replacement replace(
      Account account,
      VenueOrderId target,
      Optional<Quantity> expectedFilled,
      VenueOrderRequest request,
      Instant now) {
    LiveOrder old = account.orders().get(target);
    if (old == null || !old.isOpen()) {
      return new Replacement.NotOpen("Open order with id: " + target + " does not exist.");
    }
    if (expectedFilled.filter(expected -> !expected.equals(old.filled())).isPresent()) {
      return new Replacement.FilledDiffers(old.snapshot());
    }
    VenueOrder cancelled = cancel(old, EndReason.USER_REQUEST, now);
    return new Replacement.Replaced(cancelled, place(account, request, Optional.of(target), now));
  }

  /** Cancels the open orders that match. */
  List<VenueOrder> cancel(
      Account account, EndReason reason, Predicate<LiveOrder> condition, Instant now) {
    return account.openOrders().stream()
        .filter(condition)
        .map(order -> cancel(order, reason, now))
        .toList();
  }

  private VenueOrder cancel(LiveOrder order, EndReason reason, Instant now) {
    execution.end(order, OrderStatus.CANCELLED, reason, now);
    return order.snapshot();
  }
}
