package io.arb.core.engine;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.IdSource;
import java.time.Instant;

/** Ids 1, 2, 3 and 1000, 2000, 3000, so that expected commands can be written down. */
public final class CountingIds implements IdSource {
  private long quotes;
  private long orders;

  @Override
  public QuoteNonce nextQuoteNonce(Instant now) {
    return new QuoteNonce(++quotes);
  }

  @Override
  public ClientOrderId nextOrderId(Instant now) {
    orders += 1000;
    return new ClientOrderId(orders);
  }
}
