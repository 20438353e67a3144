package io.arb.core.engine;

import io.arb.core.model.LedgerEntry;
import io.arb.core.spi.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ledger that lasts as long as the test, and that can be told to fail. Safe from any thread. */
public final class MemoryLedger implements Ledger {
  private final List<LedgerEntry> entries = new ArrayList<>();
  private boolean diskFull;

  @Override
  public synchronized void append(LedgerEntry entry, Instant at) {
    if (diskFull) {
      throw new LedgerException("disk full");
    }
    entries.add(entry);
  }

  @Override
  public synchronized List<LedgerEntry> read() {
    return List.copyOf(entries);
  }

  public synchronized void fillDisk(boolean full) {
    diskFull = full;
  }

  @Override
  public void close() {}
}
