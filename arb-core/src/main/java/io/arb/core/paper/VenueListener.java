package io.arb.core.paper;

import io.arb.core.model.Instrument;
import java.time.Instant;
import java.util.List;

/**
 * Hears what happens on a paper venue.
 *
 * <p>For every operation the calls come in one order: the taker's order changes, fills and
 * balances, then each maker's, then public trades, then books. Calls never overlap and keep the
 * order of the operations. They are made without the venue's lock, on the thread of the operation
 * or of another one that was delivering already, so a listener may call the venue; it must not
 * block.
 */
public interface VenueListener {
  /** An order was accepted, traded, cancelled or expired. */
  default void orderChanged(AccountId account, VenueOrder order) {}

  default void filled(AccountId account, VenueFill fill) {}

  default void balancesChanged(AccountId account, List<BalanceChange> changes) {}

  default void traded(PublicTrade trade) {}

  /** The resting orders of {@code instrument} changed; read them with {@link PaperVenue#book}. */
  default void bookChanged(Instrument instrument) {}

  /** Marks moved: the venue was advanced to {@code now}. */
  default void advanced(Instant now) {}

  /** An option expired and was settled; it is not traded any more. */
  default void instrumentClosed(Instrument instrument) {}
}
