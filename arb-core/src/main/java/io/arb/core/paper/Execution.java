package io.arb.core.paper;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.Matching.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out planned trades and ends orders. Owned by the venue's lock. */
final class Execution {
  private static final VenueOrderId SYNTHETIC = new VenueOrderId("synthetic");

  private final Floor floor;

  Execution(Floor floor) {
    this.floor = floor;
  }

  /** What both sides of one trade share. */
  private record Terms(
      String tradeId, Price price, Quantity quantity, Price mark, Price index, Instant at) {}

  /**
   * Trades {@code taker} with the planned resting orders.
   *
   * @return the taker's fills
   */
  List<VenueFill> execute(LiveOrder taker, Book book, List<Match> plan, Instant now) {
    Price mark = floor.market().fair(book.instrument(), now);
    Price index = floor.market().index(now);
    List<VenueFill> fills = new ArrayList<>();
    floor.outbox().order(taker);
    for (Match match : plan) {
      Terms terms =
          new Terms(floor.ids().next(), match.price(), match.quantity(), mark, index, now);
      fills.add(fill(taker, terms, Liquidity.TAKER));
      fill(match.maker(), terms, Liquidity.MAKER);
      if (!match.maker().isOpen()) {
        book.remove(match.maker());
        match.maker().account().forgetOpen(match.maker());
      }
      floor.print(
          new PublicTrade(
              terms.tradeId(),
              book.instrument(),
              taker.side(),
              terms.price(),
              terms.quantity(),
              mark,
              index,
              now));
    }
    return fills;
  }

  private VenueFill fill(LiveOrder order, Terms terms, Liquidity liquidity) {
    Account account = order.account();
    Instrument instrument = order.request().instrument();
    Money fee = fee(order, terms, liquidity);
    order.fill(terms.price(), terms.quantity(), fee, terms.at());
    Money realized =
        account.trade(
            instrument,
            terms.quantity().signed(order.side()),
            terms.price(),
            fee,
            floor.outbox().balances(account));
    VenueFill fill =
        new VenueFill(
            terms.tradeId(),
            account.id(),
            order.id(),
            order.request().label(),
            instrument,
            order.side(),
            terms.price(),
            terms.quantity(),
            fee,
            realized,
            liquidity,
            terms.mark(),
            terms.index(),
            terms.at());
    account.remember(fill);
    floor.outbox().order(order);
    floor.outbox().fill(account, fill);
    floor.addFee(fee);
    return fill;
  }

  /** The base fee of a taker is charged once an order. */
  private Money fee(LiveOrder order, Terms terms, Liquidity liquidity) {
    FeeSchedule fees = floor.rules().terms(order.request().instrument()).fees();
    Money fee = fees.fee(liquidity, terms.index(), terms.price(), terms.quantity());
    boolean again = liquidity == Liquidity.TAKER && order.hasTraded();
    return again ? fee.minus(fees.takerBase()) : fee;
  }

  /** Lets an order wait in the book. */
  void rest(LiveOrder order, Book book) {
    book.add(order);
    order.account().remember(order);
    floor.outbox().order(order);
    floor.outbox().book(book.instrument());
  }

  /** Ends an open order, resting or not. */
  void end(LiveOrder order, OrderStatus status, EndReason reason, Instant now) {
    order.end(status, reason, now);
    order.account().forgetOpen(order);
    Instrument instrument = order.request().instrument();
    Book book = floor.books().get(instrument);
    if (book != null) {
      book.remove(order);
      floor.outbox().book(instrument);
    }
    floor.outbox().order(order);
  }

  /** A synthetic taker trades what it can inside its limit. */
  void take(Account taker, Book book, Side side, Price limit, Quantity quantity, Instant now) {
    List<Match> plan = Matching.plan(book, side, limit, quantity, floor.sharing(book.instrument()));
    if (!plan.isEmpty()) {
      LiveOrder order =
          synthetic(taker, book, side, limit, quantity, Lifetime.IMMEDIATE_OR_CANCEL, now);
      execute(order, book, plan, now);
    }
  }

  /** A synthetic maker's order for {@code book}. */
  static LiveOrder synthetic(
      Account account,
      Book book,
      Side side,
      Price limit,
      Quantity quantity,
      Lifetime lifetime,
      Instant now) {
    return new LiveOrder(
        SYNTHETIC,
        account,
        VenueOrderRequest.limit(book.instrument(), side, quantity, limit, lifetime),
        limit,
        Optional.empty(),
        now);
  }
}
