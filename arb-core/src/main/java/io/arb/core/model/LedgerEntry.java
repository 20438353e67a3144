package io.arb.core.model;

import java.util.Optional;

/** A fact that must outlive the process. Written before anything acts on it. */
public sealed interface LedgerEntry {

  /** Numbers of {@code sequence} up to {@code ceiling} may have been used. */
  record SequenceReserved(String sequence, long ceiling) implements LedgerEntry {}

  /** This quote may be signed and sent. */
  record QuoteRecorded(Quote quote) implements LedgerEntry {}

  record TradeBooked(TradeId trade, Confirmation confirmation) implements LedgerEntry {}

  record TradeMoved(TradeId trade, TradeState state, String detail) implements LedgerEntry {}

  /**
   * This order may be signed and sent.
   *
   * @param replaces the order that it takes the place of
   */
  record OrderIntended(OrderRequest request, OrderPurpose purpose, Optional<ClientOrderId> replaces)
      implements LedgerEntry {}

  /** Proven: the order is over, {@code filled} units of it traded. */
  record OrderEnded(ClientOrderId id, String outcome, Quantity filled) implements LedgerEntry {}

  record FillBooked(Fill fill) implements LedgerEntry {}

  /** Something was given up and needs a person. */
  record DeadLettered(String subject, String reason) implements LedgerEntry {}

  record RiskStateMoved(RiskState state, String reason) implements LedgerEntry {}
}
