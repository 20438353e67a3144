package io.arb.core.spi;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.QuoteNonce;
import java.time.Instant;

/**
 * Numbers that are used once, for ever: strictly rising, across threads and restarts, also when the
 * clock steps back. Safe from any thread.
 */
public interface IdSource {
  /** At least the milliseconds of {@code now}. One sequence per signing key of a trade source. */
  QuoteNonce nextQuoteNonce(Instant now);

  /** At least the nanoseconds of {@code now}. */
  ClientOrderId nextOrderId(Instant now);
}
