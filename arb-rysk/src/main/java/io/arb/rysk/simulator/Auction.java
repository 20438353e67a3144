package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for quote and what makers bid for it: open until its window ends, then closed with or
 * without an offer to the taker, who may take the offer once. Owned by the simulator's thread.
 */
final class Auction {
  private final String id;
  private final RfqTerms terms;
  private final List<StandingQuote> quotes = new ArrayList<>();
  private boolean open = true;
  private boolean taken;
  private @Nullable StandingQuote offer;

  Auction(String id, RfqTerms terms) {
    this.id = id;
    this.terms = terms;
  }

  String id() {
    return id;
  }

  RfqTerms terms() {
    return terms;
  }

  /** What is asked for, as an option on an underlying of the caller's choice. */
  Option option(Underlying underlying) {
    return new Option(
        underlying,
        Instant.ofEpochSecond(terms.expiry()),
        new Price(RyskMoney.unscaled(terms.strikeUnits(), RyskMoney.STRIKE_DECIMALS)),
        terms.isPut() ? OptionType.PUT : OptionType.CALL);
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Enters a quote, in the place of an earlier one of the same maker.
   *
   * @return the quote that was best before and now is not, if it is another maker's
   */
  Optional<StandingQuote> enter(StandingQuote quote, Instant now) {
    Optional<StandingQuote> before = best(now);
    quotes.removeIf(earlier -> earlier.maker().equals(quote.maker()));
    quotes.add(quote);
    return before.filter(
        other -> !other.maker().equals(quote.maker()) && best(now).equals(Optional.of(quote)));
  }

  /** The best quote that has not expired; of equal ones the first. Expired ones are dropped. */
  Optional<StandingQuote> best(Instant now) {
    quotes.removeIf(quote -> quote.isExpired(now));
    return quotes.stream().reduce((first, later) -> isBetter(later, first) ? later : first);
  }

  Optional<StandingQuote> of(Address maker) {
    return quotes.stream().filter(quote -> quote.maker().equals(maker)).findFirst();
  }

  private boolean isBetter(StandingQuote later, StandingQuote first) {
    int order = later.price().compareTo(first.price());
    return terms.takerBuys() ? order < 0 : order > 0;
  }

  /** Ends the window; the best quote becomes the offer. */
  Optional<StandingQuote> close(Instant now) {
    open = false;
    offer = best(now).orElse(null);
    quotes.clear();
    return offer();
  }

  Optional<StandingQuote> offer() {
    return Optional.ofNullable(offer);
  }

  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }
}
