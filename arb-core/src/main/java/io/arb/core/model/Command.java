package io.arb.core.model;

import java.time.Instant;
import java.util.Set;

/**
 * Something that the engine wants done. Commands are carried out in order; a {@link Record} is
 * durable before the next one starts.
 */
public sealed interface Command {

  record WriteLedger(LedgerEntry entry) implements Command {}

  record SendQuote(Quote quote) implements Command {}

  record PlaceOrder(OrderRequest request) implements Command {}

  /**
   * Cancels one order and places another in one step.
   *
   * @param expectedFilled what we know {@code target} to have traded; the venue must refuse if it
   *     differs
   */
  record ReplaceOrder(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement)
      implements Command {}

  record CancelOrder(ClientOrderId id, Instrument instrument) implements Command {}

  /** Find out, provably, what became of an order sent at {@code sentAt}. */
  record ResolveOrder(ClientOrderId id, Instrument instrument, Instant sentAt) implements Command {}

  record TakeSnapshot() implements Command {}

  /** Ask a trade source for the money and the options that it holds for us. */
  record AskSource(SourceId source) implements Command {}

  /** The positions of a source prove that this quote was taken, though no trade was reported. */
  record RecoverTrade(Quote quote) implements Command {}

  /** Market data is wanted for exactly these instruments. */
  record Watch(Set<Instrument> instruments) implements Command {
    public Watch {
      instruments = Set.copyOf(instruments);
    }
  }

  record Announce(Notice notice) implements Command {}
}
