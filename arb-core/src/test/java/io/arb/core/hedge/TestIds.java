package io.arb.core.hedge;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.IdSource;
import java.time.Duration;
import java.time.Instant;

/** Ids that only depend on the time and on how many were given out. */
final class TestIds implements IdSource {
  private long last;

  @Override
  public QuoteNonce nextQuoteNonce(Instant now) {
    return new QuoteNonce(now.toEpochMilli());
  }

  @Override
  public ClientOrderId nextOrderId(Instant now) {
    long nanos = Duration.between(Instant.EPOCH, now).toNanos();
    last = Math.max(last + 1000, nanos);
    return new ClientOrderId(last);
  }
}
