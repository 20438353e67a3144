package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Level;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.Ticker;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order of ours would meet in one instrument now. Immutable.
 *
 * @param book fresh, without our own orders; a side may be empty
 * @param reference the venue's mark, or the mid of the others' orders if there is no fresh mark
 */
record LegMarket(InstrumentSpec spec, OrderBook book, Price reference) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Empty if the instrument is not traded, or its book or value is not known freshly. */
  static Optional<LegMarket> look(
      MarketView market, OrderIntents intents, Instrument instrument, Instant now) {
    Optional<InstrumentSpec> spec = market.spec(instrument);
    Optional<OrderBook> book = market.book(instrument, now).map(intents::withoutOwn);
    if (spec.isEmpty() || book.isEmpty()) {
      return Optional.empty();
    }
    return market
        .ticker(instrument, now)
        .map(Ticker::mark)
        .filter(mark -> !mark.isZero())
        .or(() -> mid(book.get()))
        .map(reference -> new LegMarket(spec.get(), book.get(), reference));
  }

  /** The best price of others on {@code side} of the book. */
  Optional<Price> best(Side side) {
    return (side == Side.BUY ? book.bestBid() : book.bestAsk()).map(Level::price);
  }

  private static Optional<Price> mid(OrderBook book) {
    if (!book.isUsable()) {
      return Optional.empty();
    }
    BigDecimal bid = book.bids().getFirst().price().usd();
    BigDecimal ask = book.asks().getFirst().price().usd();
    return Optional.of(new Price(bid.add(ask).divide(TWO)));
  }
}
