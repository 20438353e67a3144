package io.arb.core.quote;

import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Rfq;
import io.arb.core.model.TradeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Our side of one request for quote, from its arrival until nothing of ours can be taken. */
final class Auction {
  private final Rfq rfq;
  private final List<Quote> quotes = new ArrayList<>();
  private int sent;
  private TradeState state = TradeState.PENDING;
  private Pricing.NoPrice waitingFor = new Pricing.NoPrice("no_fresh_price", "not priced", true);

  Auction(Rfq rfq) {
    this.rfq = rfq;
  }

  Rfq rfq() {
    return rfq;
  }

  boolean isPending() {
    return state == TradeState.PENDING;
  }

  boolean isOpen(Instant now) {
    return now.isBefore(rfq.deadline());
  }

  /** Bids sent so far, refused ones included. */
  int sent() {
    return sent;
  }

  void add(Quote quote) {
    quotes.add(quote);
    sent++;
    if (state == TradeState.PENDING) {
      move(TradeState.QUOTED);
    }
  }

  /** The quote cannot be taken: it was refused or never sent. */
  void drop(QuoteNonce nonce) {
    quotes.removeIf(quote -> quote.nonce().equals(nonce));
  }

  void cancel() {
    move(TradeState.CANCELLED);
  }

  private void move(TradeState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(
          "auction " + rfq.id() + " cannot go " + state + " -> " + next);
    }
    state = next;
  }

  void waitFor(Pricing.NoPrice reason) {
    waitingFor = reason;
  }

  Pricing.NoPrice waitingFor() {
    return waitingFor;
  }

  /** True when the auction has ended and no quote of ours can be taken any more. */
  boolean isOver(Instant now, Duration grace) {
    return !isOpen(now)
        && quotes.stream().noneMatch(quote -> now.isBefore(quote.validUntil().plus(grace)));
  }

  List<Quote> quotes() {
    return List.copyOf(quotes);
  }
}
