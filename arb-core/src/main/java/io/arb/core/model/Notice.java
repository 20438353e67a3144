package io.arb.core.model;

import java.util.Optional;

/** What people who watch want to know: one line on the terminal, one step of a counter. */
public sealed interface Notice {

  record RfqSeen(Rfq rfq) implements Notice {}

  /** No quote, with a countable reason in lower_snake_case. */
  record RfqDeclined(RfqId rfq, String reason, String detail) implements Notice {}

  /**
   * A bid goes out.
   *
   * @param hedgeBid what one unit could be sold for on the hedge venue, net of its fees
   * @param edgePerUnit USD per unit left after all fees
   */
  record QuoteMade(Quote quote, Price hedgeBid, Money edgePerUnit, boolean improved)
      implements Notice {}

  record QuoteLost(RfqId rfq, QuoteNonce nonce, String reason) implements Notice {}

  record TradeMoved(
      TradeId trade, TradeState state, Option option, Quantity quantity, String detail)
      implements Notice {}

  record OrderSent(OrderRequest request, OrderPurpose purpose, Optional<ClientOrderId> replaces)
      implements Notice {}

  record OrderEnded(ClientOrderId id, OrderPurpose purpose, String outcome, Quantity filled)
      implements Notice {}

  record FillSeen(Fill fill, OrderPurpose purpose) implements Notice {}

  record StatusSeen(String venue, ConnectionStatus status, String reason) implements Notice {}

  record RiskMoved(RiskState state, String reason) implements Notice {}

  record DeadLetterAdded(String subject, String reason) implements Notice {}

  /** Something odd that was dealt with, for example a trade of an unknown quote. */
  record Incident(String subject, String detail) implements Notice {}
}
