package io.arb.core.spi;

import io.arb.core.model.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** The durable memory of one instance. Safe from any thread. */
public interface Ledger extends AutoCloseable {
  /**
   * Returns when the entry would survive a power cut.
   *
   * @throws LedgerException if it could not be made durable; the caller must not act on the entry
   */
  void append(LedgerEntry entry, Instant at);

  /**
   * Everything appended so far, oldest first. A torn last entry (a crash while writing) is cut off.
   *
   * @throws LedgerException if an earlier entry cannot be read
   */
  List<LedgerEntry> read();

  @Override
  void close();

  /** The ledger cannot be written or read. */
  final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message, Throwable cause) {
      super(message, cause);
    }

    public LedgerException(String message) {
      super(message);
    }
  }
}
