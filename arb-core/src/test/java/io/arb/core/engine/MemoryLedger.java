package io.arb.core.engine;

import io.arb.core.model.LedgerEntry;
import io.arb.core.spi.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A ledger that lasts as long as the test, and that can be told to fail. Safe from any thread. */
public final class MemoryLedger implements Ledger {
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final BlockingQueue<LedgerEntry> refused = new LinkedBlockingQueue<>();
  private boolean diskFull;

  @Override
  public synchronized void append(LedgerEntry entry, Instant at) {
    if (diskFull) {
      refused.add(entry);
      throw new LedgerException("disk full");
    }
    entries.add(entry);
  }

  @Override
  public synchronized List<LedgerEntry> read() {
    return List.copyOf(entries);
  }

  /** What could not be written, oldest first. */
  public BlockingQueue<LedgerEntry> refused() {
    return refused;
  }

  public synchronized void fillDisk(boolean full) {
    diskFull = full;
  }

  @Override
  public void close() {}
}
