package io.arb.core.model;

import java.util.List;
import java.util.Optional;

/** News from the hedge venue about our connection, orders and account. */
public sealed interface ExchangeEvent extends Event {

  record ExchangeStatusChanged(ConnectionStatus status, String reason) implements ExchangeEvent {}

  /** The venue's instruments, complete for the configured underlyings; replaces what was known. */
  record InstrumentsListed(List<InstrumentSpec> specs) implements ExchangeEvent {
    public InstrumentsListed {
      specs = List.copyOf(specs);
    }
  }

  /**
   * The venue acknowledged or changed an order. May repeat and may be late: the newest time wins.
   */
  record OrderChanged(OrderUpdate update) implements ExchangeEvent {}

  /** An execution. May repeat: its id tells. */
  record OrderFilled(Fill fill) implements ExchangeEvent {}

  /** Proven: this order does not exist and never will. */
  record OrderRejected(ClientOrderId id, Rejection rejection, String detail)
      implements ExchangeEvent {}

  /** Sent, and no answer that proves anything: it may or may not exist. Ask before acting. */
  record OrderOutcomeUnknown(ClientOrderId id, String reason) implements ExchangeEvent {}

  /**
   * A cancel was refused because the order is not open any more; its final state is to be asked
   * for.
   */
  record CancelRefused(ClientOrderId id, String detail) implements ExchangeEvent {}

  /**
   * A replace did nothing: the old order stands as it was (or ended by itself), the new one does
   * not exist.
   */
  record ReplaceRefused(
      ClientOrderId target, ClientOrderId replacement, Rejection rejection, String detail)
      implements ExchangeEvent {}

  /**
   * The proven state of an order that was asked about, with all its fills.
   *
   * @param order empty: it does not exist and never will, because its nonce is used up
   */
  record OrderResolved(ClientOrderId id, Optional<OrderUpdate> order, List<Fill> fills)
      implements ExchangeEvent {
    public OrderResolved {
      fills = List.copyOf(fills);
    }
  }

  /** Asking failed; nothing is known that was not known before. */
  record ResolveFailed(ClientOrderId id, String reason) implements ExchangeEvent {}

  record SnapshotTaken(AccountSnapshot snapshot) implements ExchangeEvent {}

  /** Asking for the account failed. This never means that the account is empty. */
  record SnapshotFailed(String reason) implements ExchangeEvent {}
}
