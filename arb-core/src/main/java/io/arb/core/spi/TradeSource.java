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

  /** Asks for the money and positions that the source holds for us, reported as events. */
  void refreshAccount();

  /** Ends all connections; idempotent, bounded in time. */
  @Override
  void close();
}
