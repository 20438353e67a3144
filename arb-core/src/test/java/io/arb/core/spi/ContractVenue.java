package io.arb.core.spi;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A venue of our own behind an adapter under contract: it shows the truth and does what others do.
 * Nothing trades on it unless {@link #trade} or the adapter asks for it, and no price moves unless
 * {@link #refreshMarket} is called. Its books have makers on both sides, of more than one unit at
 * the best price; the account has cash for some tens of perpetuals.
 */
public interface ContractVenue extends AutoCloseable {
  /** What a venue can be told to do wrong. */
  enum Trouble {
    /** Every login is refused. */
    REFUSED_LOGIN,
    /** Books are published with the best bid above the best ask. */
    CROSSED_BOOK,
    /** Books are published without asks. */
    ONE_SIDED_BOOK,
    /** The next publication of a book is lost on the way. */
    BOOK_GAP,
    /** All news of orders and fills is sent twice. */
    REPEATED_NEWS,
    /** Our clock is five seconds ahead of the venue's. */
    SKEWED_CLOCK,
    /** The next order is refused because there were too many. */
    RATE_REFUSAL
  }

  /** What the adapter's provider claims. */
  Set<Capability> capabilities();

  /** The troubles that it can make; rules about others are skipped. */
  default Set<Trouble> troubles() {
    return Set.of();
  }

  /** Makes a trouble that is among {@link #troubles}, until {@link #end}. */
  default void begin(Trouble trouble) {}

  default void end(Trouble trouble) {}

  /** How long a rule waits for an event before it fails. */
  default Duration patience() {
    return Duration.ofSeconds(30);
  }

  /**
   * A new adapter for the venue's one funded account, not started, without cancel-on-disconnect if
   * that can be chosen. One at a time.
   */
  Exchange connect(EventSink sink);

  /**
   * As {@link #connect}, but with cancel-on-disconnect. Called only if {@link
   * Capability#CANCEL_ON_DISCONNECT} is claimed.
   */
  default Exchange connectCancelling(EventSink sink) {
    return connect(sink);
  }

  /** The venue's time. */
  Instant now();

  /** A fresh id of ours. */
  ClientOrderId nextId();

  Perpetual perpetual();

  /** An option that is quoted on both sides. */
  Option option();

  /** The book as the venue knows it. */
  OrderBook book(Instrument instrument);

  /** The labels of the account's resting orders. */
  List<String> openLabels();

  /** Somebody else takes liquidity, with whoever rests at {@code limit} or better. */
  void trade(Instrument instrument, Side takerSide, Quantity quantity, Price limit);

  /** A person rests an order in the same account, under the label {@code by hand}. */
  void placeByHand(Instrument instrument, Side side, Quantity quantity, Price limit);

  /** Time passes, prices move, books and tickers are published anew, a moment later. */
  void refreshMarket();

  /** The connection breaks, and works again when the adapter tries. */
  void breakConnection();

  /** The connection breaks; every try to connect fails until {@link #allowConnections}. */
  void refuseConnections();

  void allowConnections();

  /**
   * The connection breaks while the next order, or replace, is under way, and works again when the
   * adapter tries.
   *
   * @param arrives whether the order reaches the venue before
   */
  void breakDuringNextOrder(boolean arrives);

  /**
   * The order that did not arrive when the connection broke arrives now; returns when the venue has
   * judged it.
   */
  void deliverLateOrder();

  @Override
  void close();
}
