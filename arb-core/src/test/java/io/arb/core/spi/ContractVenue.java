package io.arb.core.spi;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A venue of our own behind an adapter under contract: it shows the truth and does what others do.
 * Nothing trades on it unless {@link #trade} or the adapter asks for it, and no price moves unless
 * {@link #refreshMarket} is called.
 */
public interface ContractVenue extends AutoCloseable {
  Set<Capability> capabilities();

  /** A new adapter for the venue's one funded account, not started. Called once. */
  Exchange connect(EventSink sink);

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

  /** Publishes books and tickers anew, a moment later. */
  void refreshMarket();

  /** The connection breaks, and works again when the adapter tries. */
  void breakConnection();

  /** The connection breaks; every try to connect fails until {@link #allowConnections}. */
  void refuseConnections();

  void allowConnections();

  /**
   * The connection breaks while the next order is under way, and works again when the adapter
   * tries.
   *
   * @param arrives whether the order reaches the venue before
   */
  void breakDuringNextOrder(boolean arrives);

  /** The order that did not arrive when the connection broke arrives now. */
  void deliverLateOrder();

  @Override
  void close();
}
