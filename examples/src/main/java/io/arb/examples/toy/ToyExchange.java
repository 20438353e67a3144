package io.arb.examples.toy;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
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
import io.arb.core.paper.AccountId;
import io.arb.core.paper.FillFilter;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.Placement;
import io.arb.core.paper.VenueOrder;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The smallest exchange that keeps the contract. Every request runs on the caller's thread; news
 * come from {@link ToyNews}. Safe from any thread.
 */
final class ToyExchange implements Exchange {
  private static final String DOWN = "the line is down";

  private final PaperVenue venue;
  private final AccountId account;
  private final ToyLine line;
  private final ToyNews news;

  /**
   * An exchange for one account.
   *
   * @param pace how often the venue is advanced; zero if somebody else does it
   */
  ToyExchange(PaperVenue venue, AccountId account, ToyLine line, Duration pace, EventSink events) {
    this.venue = venue;
    this.account = account;
    this.line = line;
    this.news = new ToyNews(venue, account, line, pace, events);
  }

  @Override
  public void start() {
    line.onChange(this::lineChanged);
    news.open();
    lineChanged(line.isUp());
  }

  /** The listing first, then LIVE, then what is watched. */
  private void lineChanged(boolean up) {
    if (up) {
      news.report(new InstrumentsListed(venue.instruments()));
      news.report(new ExchangeStatusChanged(ConnectionStatus.LIVE, "the line is up"));
      news.showWatched();
    } else {
      news.report(new ExchangeStatusChanged(ConnectionStatus.DOWN, DOWN));
    }
  }

  private boolean isLive() {
    return news.isOpen() && line.isUp();
  }

  @Override
  public void watch(Set<Instrument> instruments) {
    news.watch(instruments);
  }

  /** Not sent, answered, or unknown: never two of them, never silence. */
  @Override
  public void place(OrderRequest request) {
    if (!isLive()) {
      news.report(new OrderRejected(request.id(), Rejection.NOT_SENT, DOWN));
    } else if (!line.carry(() -> enter(request))) {
      news.report(new OrderOutcomeUnknown(request.id(), "the line broke before the answer"));
    }
  }

  /** The venue's end: an id that is known, or was resolved as absent, is not entered again. */
  private void enter(OrderRequest request) {
    if (!news.spend(request.id())) {
      find(request.id())
          .ifPresentOrElse(
              news::tell, () -> reject(request, Rejection.DROPPED, "the id is used up"));
    } else if (venue.market().now().isAfter(request.rejectAfter())) {
      reject(request, Rejection.DROPPED, "arrived after " + request.rejectAfter());
    } else if (venue.place(account, ToyWords.request(request)) instanceof Placement.Refused no) {
      reject(request, ToyWords.rejection(no.reason()), no.detail());
    }
  }

  private void reject(OrderRequest request, Rejection rejection, String detail) {
    news.answer(new OrderRejected(request.id(), rejection, detail));
  }

  private Optional<VenueOrder> find(ClientOrderId id) {
    return venue.orderHistory(account).stream()
        .filter(order -> order.request().label().equals(id.label()))
        .findFirst();
  }

  /** The provider does not claim REPLACE, so the core does not ask; whoever does is refused. */
  @Override
  public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    news.report(new ReplaceRefused(target, replacement.id(), Rejection.NOT_SENT, "cannot replace"));
  }

  @Override
  public void cancel(ClientOrderId id, Instrument instrument) {
    boolean asked = isLive();
    if (asked && venue.cancelByLabel(account, id.label(), Optional.of(instrument)).isEmpty()) {
      news.answer(new CancelRefused(id, id + " is not open"));
    }
  }

  @Override
  public void cancelAll() {
    if (isLive()) {
      venue.openOrders(account).stream()
          .flatMap(order -> ToyWords.update(order).id().stream())
          .forEach(id -> venue.cancelByLabel(account, id.label(), Optional.empty()));
    }
  }

  /** Uses the id up first: from then on what was found, or not found, stays true. */
  @Override
  public void resolve(ClientOrderId id, Instrument instrument, Instant sentAt) {
    if (!isLive()) {
      news.report(new ResolveFailed(id, DOWN));
      return;
    }
    news.spend(id);
    Optional<VenueOrder> order = find(id);
    List<Fill> fills =
        order.stream()
            .flatMap(found -> venue.fills(account, FillFilter.ofOrder(found.id())).stream())
            .map(ToyWords::fill)
            .toList();
    news.answer(new OrderResolved(id, order.map(ToyWords::update), fills));
  }

  @Override
  public void snapshot() {
    Event outcome = isLive() ? new SnapshotTaken(holdings()) : new SnapshotFailed(DOWN);
    news.report(outcome);
  }

  private AccountSnapshot holdings() {
    Map<Instrument, Quantity> positions = new HashMap<>();
    venue.positions(account).forEach((key, position) -> positions.put(key, position.quantity()));
    return new AccountSnapshot(
        positions,
        venue.cash(account),
        venue.openOrders(account).stream().map(ToyWords::update).toList(),
        venue.market().now());
  }

  @Override
  public void close() {
    news.close();
  }
}
