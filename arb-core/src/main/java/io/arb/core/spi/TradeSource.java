package io.arb.core.spi;

import io.arb.core.model.Quote;
import io.arb.core.model.SourceId;

/**
 * Where trades come from. All methods are safe from any thread, return at once and report through
 * events.
 */
public interface TradeSource extends AutoCloseable {
  SourceId id();

  /** Connects and stays connected until closed. */
  void start();

  /**
   * Signs and sends a quote. Ends with {@code QuoteAccepted}, {@code QuoteOutbid}, {@code
   * QuoteRejected} or {@code QuoteNotSent}; with none of them if the connection broke, and then the
   * quote may still be taken until it expires.
   */
  void send(Quote quote);

  /** Asks for what the source holds for us: {@code FundsReported}, {@code PositionsReported}. */
  void refreshAccount();

  /**
   * The source's positions prove that this quote was taken although its trade was never reported:
   * report it now as {@code TradeConfirmed}, with the fee as the source usually charges it. A
   * report that comes later after all has the same nonce and changes nothing.
   */
  void recover(Quote quote);

  /** Ends all connections; idempotent, bounded in time. */
  @Override
  void close();
}
