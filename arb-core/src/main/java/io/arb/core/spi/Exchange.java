package io.arb.core.spi;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import java.time.Instant;
import java.util.Set;

/**
 * The hedge venue: market data in, orders out. All methods are safe from any thread, return at once
 * and report through events.
 *
 * <p>For every order that {@link #place} or {@link #replace} was given, one of these follows,
 * however the connection fares: {@code OrderChanged}, {@code OrderRejected} or {@code
 * OrderOutcomeUnknown}. An adapter never sends an order twice and never reports unknown as
 * rejected.
 */
public interface Exchange extends AutoCloseable {

  /**
   * Connects and stays connected until closed. {@code InstrumentsListed} precedes the first LIVE.
   */
  void start();

  /**
   * Market data is wanted for exactly these instruments; unlisted ones are ignored. Kept over
   * reconnects.
   */
  void watch(Set<Instrument> instruments);

  void place(OrderRequest request);

  /**
   * Cancels {@code target} and places {@code replacement} in one step. If the target has traded
   * anything but {@code expectedFilled}, nothing happens and {@code ReplaceRefused} follows. If the
   * target was cancelled and the new order refused, {@code OrderChanged} (cancelled) and {@code
   * OrderRejected} follow. Only with {@link Capability#REPLACE}.
   */
  void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement);

  /**
   * Ends with {@code OrderChanged} or {@code CancelRefused}; with neither if the venue did not
   * answer.
   */
  void cancel(ClientOrderId id, Instrument instrument);

  /** Cancels every resting order that this program placed; foreign orders are left alone. */
  void cancelAll();

  /**
   * Proves what became of an order: makes sure that it cannot arrive later, then reads its state
   * and fills. Ends with {@code OrderResolved} or {@code ResolveFailed}. A resting order is left
   * resting only if that is certain; otherwise it is cancelled on the way.
   */
  void resolve(ClientOrderId id, Instrument instrument, Instant sentAt);

  /**
   * Reads positions, cash and open orders. Ends with {@code SnapshotTaken} or {@code
   * SnapshotFailed}.
   */
  void snapshot();

  /** Ends all connections; idempotent, bounded in time. Does not cancel orders by itself. */
  @Override
  void close();
}
