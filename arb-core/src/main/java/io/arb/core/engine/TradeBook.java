package io.arb.core.engine;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which quotes are ours and which of them became trades. Owned by the engine thread. */
final class TradeBook {
  private static final int REMEMBERED_QUOTES = 20_000;

  private final Set<Key> traded = new HashSet<>();
  private final Map<Key, Quote> quotes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Quote> eldest) {
          return size() > REMEMBERED_QUOTES;
        }
      };

  /** What makes a trade unique. */
  private record Key(SourceId source, QuoteNonce nonce) {}

  void quoted(Quote quote) {
    quotes.put(new Key(quote.source(), quote.nonce()), quote);
  }

  /** Remembers the trade; false if it is known already. */
  boolean add(Confirmation trade) {
    return traded.add(new Key(trade.source(), trade.nonce()));
  }

  /** Our quotes to {@code source} that became no trade, oldest first. */
  List<Quote> untraded(SourceId source) {
    return quotes.values().stream()
        .filter(quote -> quote.source().equals(source) && !isTraded(quote))
        .toList();
  }

  boolean isTraded(Quote quote) {
    return traded.contains(new Key(quote.source(), quote.nonce()));
  }

  TradeId idOf(Confirmation trade) {
    return new TradeId(trade.source() + "-" + trade.nonce());
  }

  /** What is odd about a trade: a quote that we do not know, or other terms than we quoted. */
  Optional<String> mismatch(Confirmation trade) {
    Quote quote = quotes.get(new Key(trade.source(), trade.nonce()));
    if (quote == null) {
      return Optional.of("no quote of ours has nonce " + trade.nonce());
    }
    boolean same =
        quote.option().equals(trade.option())
            && quote.quantity().equals(trade.quantity())
            && quote.bid().equals(trade.price());
    return same
        ? Optional.empty()
        : Optional.of("traded " + trade + " differs from the quote " + quote);
  }
}
