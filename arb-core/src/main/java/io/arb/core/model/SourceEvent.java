package io.arb.core.model;

import java.util.Map;
import java.util.Set;

/** News from a trade source. */
public sealed interface SourceEvent extends Event {
  SourceId source();

  record SourceStatusChanged(SourceId source, ConnectionStatus status, String reason)
      implements SourceEvent {}

  /** The options that takers may ask for now; replaces what was known. */
  record OptionsOffered(SourceId source, Set<Option> options) implements SourceEvent {
    public OptionsOffered {
      options = Set.copyOf(options);
    }
  }

  record RfqReceived(Rfq rfq) implements SourceEvent {
    @Override
    public SourceId source() {
      return rfq.source();
    }
  }

  /**
   * A request that the source itself cannot answer, with a countable reason in lower_snake_case.
   */
  record RfqUnanswerable(SourceId source, RfqId rfq, String reason, String detail)
      implements SourceEvent {}

  /** The quote is the best so far. */
  record QuoteAccepted(SourceId source, RfqId rfq, QuoteNonce nonce) implements SourceEvent {}

  /** Somebody bids more. The quote stays valid: it may still be taken. */
  record QuoteOutbid(SourceId source, RfqId rfq, Price newBest, Price ours)
      implements SourceEvent {}

  /** The source refused the quote: it cannot be taken. */
  record QuoteRejected(SourceId source, RfqId rfq, QuoteNonce nonce, String detail)
      implements SourceEvent {}

  /** The quote never left this process: it cannot be taken. */
  record QuoteNotSent(SourceId source, RfqId rfq, QuoteNonce nonce, String detail)
      implements SourceEvent {}

  /** A trade is done. May repeat: (source, nonce) tells. */
  record TradeConfirmed(Confirmation confirmation) implements SourceEvent {
    @Override
    public SourceId source() {
      return confirmation.source();
    }
  }

  /** Money that the source holds for us to pay premiums with. */
  record FundsReported(SourceId source, Money available) implements SourceEvent {}

  /**
   * All options that the source holds for us, complete at one instant; never sent when the source
   * did not answer or was not understood.
   */
  record PositionsReported(SourceId source, Map<Option, Quantity> positions)
      implements SourceEvent {
    public PositionsReported {
      positions = Map.copyOf(positions);
    }
  }
}
