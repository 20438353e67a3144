package io.arb.core.spi;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import java.time.Instant;
import java.util.Set;

/**
 * The hedge venue: market data in, orders out. All methods are safe from any thread, return at once
 * and report through events. The ids in brackets name the rules of the {@code ExchangeContract} in
 * this module's test jar that prove a sentence; every adapter's tests inherit them.
 *
 * <p>For every order that {@link #place} or {@link #replace} was given before {@link #close}, one
 * of these follows, however the connection fares (B1, U1, R7): {@code OrderChanged}, {@code
 * OrderRejected}, {@code OrderOutcomeUnknown} or, for a replace that did nothing, {@code
 * ReplaceRefused}. An adapter never sends an order twice, neither by itself after a reconnect (U1,
 * U3, C6) nor when it is asked to (O11), and never reports unknown as rejected (U1, R7).
 *
 * <p>Of an order that exists, {@code OrderChanged} tells every state (O1, O3, O5, O6, X1) and
 * {@code OrderFilled} every execution. Both may repeat: the id of a fill is the same each time
 * (O10, F2), and the fills of an order add up to what it traded (F1, F3, F4, X4). Orders of people
 * and other programs in the same account are reported without an id (S1).
 *
 * <p>Market data is what the venue said, with the venue's time on it (T1, T2): a crossed, one-sided
 * or incomplete book is not mended (M6, M7, M8), and there is none between DOWN and LIVE (M9). A
 * clock of ours that is seconds off stops nothing (T3).
 */
public interface Exchange extends AutoCloseable {

  /**
   * Connects, logs in, and stays connected until closed. {@code InstrumentsListed} precedes the
   * first LIVE (C1). A lost connection is reported DOWN and restored without being asked (C2). A
   * refused login is reported DOWN with the reason; it is tried again, and before it is taken
   * nothing is sent (A1, A2, A3).
   */
  void start();

  /**
   * Market data, a book and a ticker (M1), for options with greeks (M2), is wanted for exactly
   * these instruments (M4); unlisted ones are ignored (M3). Kept over reconnects (M5).
   */
  void watch(Set<Instrument> instruments);

  /**
   * Places an order, once. While there is no connection it is rejected as {@code NOT_SENT} (C4, C5)
   * and does not leave later (C6). What the venue refuses is rejected with its reason: {@code
   * WOULD_CROSS} for post-only (O2), {@code NO_LIQUIDITY} for immediate-or-cancel (O4), {@code
   * INVALID_PRICE} off the tick (O7), {@code INVALID_QUANTITY} off the step (O8), {@code
   * INSTRUMENT_CLOSED} if it is not listed (O13), {@code RATE_LIMITED} beyond the budget of
   * requests (B1, B2). Nothing is rounded (O7, O8, O12). An order that arrives after its {@code
   * rejectAfter} never exists (O9).
   */
  void place(OrderRequest request);

  /**
   * Cancels {@code target} and places {@code replacement} in one step (R1). If the target has
   * traded anything but {@code expectedFilled}, or is gone, or there is no connection, nothing
   * happens and {@code ReplaceRefused} follows (R2, R4, R5, R6). If the target was cancelled and
   * the new order refused, {@code OrderChanged} (cancelled) and {@code OrderRejected} follow (R3).
   * Only with {@link Capability#REPLACE}.
   */
  void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement);

  /**
   * Ends with {@code OrderChanged} (X1, X4) or, if the order is not open, {@code CancelRefused}
   * (X2, X5); with neither if the venue did not answer. A burst of orders does not hold it up (B3).
   */
  void cancel(ClientOrderId id, Instrument instrument);

  /** Cancels every resting order that this program placed; foreign orders are left alone (X3). */
  void cancelAll();

  /**
   * Proves what became of an order: makes sure that it cannot arrive later (U3, U6), then reads its
   * state and fills (U2, U5). Ends with {@code OrderResolved}, which stays true (U7), or {@code
   * ResolveFailed}, which proves nothing (U4). A resting order is left resting only if that is
   * certain; otherwise it is cancelled on the way.
   */
  void resolve(ClientOrderId id, Instrument instrument, Instant sentAt);

  /**
   * Reads positions, short ones negative (S4), cash and open orders with what they traded (S1, S3,
   * S5). Ends with {@code SnapshotTaken} or {@code SnapshotFailed}; failing to ask never looks like
   * an empty account (S2).
   */
  void snapshot();

  /**
   * Ends all connections; idempotent, bounded in time (C8), also before the start (C9). No venue
   * news is reported after it (C3). Does not cancel orders by itself (C10); nor does a lost
   * connection (C7), unless {@link Capability#CANCEL_ON_DISCONNECT} is claimed and switched on
   * (X6).
   */
  @Override
  void close();
}
