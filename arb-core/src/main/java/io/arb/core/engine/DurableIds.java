package io.arb.core.engine;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that are never used twice. Blocks of them are reserved in the ledger before the first of
 * a block is handed out, so a crash skips numbers and never repeats one, also when the clock steps
 * back. Safe from any thread.
 */
public final class DurableIds implements IdSource {
  private static final Logger LOG = LoggerFactory.getLogger(DurableIds.class);
  private static final String QUOTES = "quote_nonce_ms";
  private static final String ORDERS = "order_id_ns";
  private static final long MICRO = 1_000;
  private static final Duration BLOCK = Duration.ofMinutes(10);

  private final Sequence quotes;
  private final Sequence orders;

  /** Continues after everything that {@code remembered} has reserved. */
  public DurableIds(Ledger ledger, List<LedgerEntry> remembered) {
    quotes = new Sequence(ledger, QUOTES, 1, BLOCK.toMillis(), ceiling(remembered, QUOTES));
    orders = new Sequence(ledger, ORDERS, MICRO, BLOCK.toNanos(), ceiling(remembered, ORDERS));
  }

  private static long ceiling(List<LedgerEntry> remembered, String name) {
    long ceiling = 0;
    for (LedgerEntry entry : remembered) {
      if (entry instanceof LedgerEntry.SequenceReserved(String sequence, long reserved)
          && sequence.equals(name)) {
        ceiling = Math.max(ceiling, reserved);
      }
    }
    return ceiling;
  }

  @Override
  public QuoteNonce nextQuoteNonce(Instant now) {
    return new QuoteNonce(quotes.next(now.toEpochMilli(), now));
  }

  @Override
  public ClientOrderId nextOrderId(Instant now) {
    long nanos =
        Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    return new ClientOrderId(orders.next(nanos - nanos % MICRO, now));
  }

  /** One rising sequence with its durable ceiling. */
  private static final class Sequence {
    private final Ledger ledger;
    private final String name;
    private final long step;
    private final long block;
    private long last;
    private long ceiling;

    Sequence(Ledger ledger, String name, long step, long block, long ceiling) {
      this.ledger = ledger;
      this.name = name;
      this.step = step;
      this.block = block;
      this.last = ceiling;
      this.ceiling = ceiling;
    }

    synchronized long next(long atLeast, Instant now) {
      long next = Math.max(atLeast, last + step);
      if (next > ceiling - block / 2) {
        reserve(next, now);
      }
      last = next;
      return next;
    }

    /** A ledger that fails is no reason to stop while there are reserved numbers left. */
    private void reserve(long next, Instant now) {
      try {
        ledger.append(new LedgerEntry.SequenceReserved(name, next + block), now);
        ceiling = next + block;
      } catch (Ledger.LedgerException e) {
        if (next > ceiling) {
          throw e;
        }
        LOG.warn("numbers of {} are not reserved beyond {}", name, ceiling, e);
      }
    }
  }
}
