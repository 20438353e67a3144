package io.arb.derive.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Ticker;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.wire.WireBook;
import io.arb.derive.wire.WireTicker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The venue's books and tickers in the words of the model. */
public final class MarketReader {
  private MarketReader() {}

  /**
   * A book. Levels without a quantity are left out.
   *
   * @throws WireFormatException if a price is negative or the levels are out of order
   */
  public static OrderBook book(Instrument instrument, WireBook book, Instant receivedAt) {
    try {
      return new OrderBook(
          instrument,
          levels(book.bids()),
          levels(book.asks()),
          Instant.ofEpochMilli(book.timestamp()),
          receivedAt);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("orderbook", "$", String.valueOf(e.getMessage()), "a book");
    }
  }

  private static List<Level> levels(List<WireBook.WireLevel> levels) {
    return levels.stream()
        .filter(level -> level.amount().signum() != 0)
        .map(level -> new Level(new Price(level.price()), new Quantity(level.amount())))
        .toList();
  }

  /**
   * A ticker.
   *
   * @throws WireFormatException if it has no index price ({@code 0} means none) or a negative price
   */
  public static Ticker ticker(Instrument instrument, WireTicker ticker, Instant receivedAt) {
    requirePositive("I", ticker.indexPrice());
    try {
      return new Ticker(
          instrument,
          valuation(ticker.markPrice()),
          valuation(ticker.indexPrice()),
          ticker.optionPricing().flatMap(MarketReader::greeks),
          Instant.ofEpochMilli(ticker.timestamp()),
          receivedAt);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("ticker", "$", String.valueOf(e.getMessage()), "a ticker");
    }
  }

  /**
   * The index price of an answer of public/get_ticker.
   *
   * @throws WireFormatException if there is none
   */
  public static Price index(JsonNode result) {
    BigDecimal index = WireTicker.indexPrice(result);
    requirePositive("index_price", index);
    return valuation(index);
  }

  /** A price that nobody trades at may have any number of decimals; 18 are enough. */
  private static Price valuation(BigDecimal usd) {
    return new Price(usd.setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  private static void requirePositive(String field, BigDecimal price) {
    if (price.signum() <= 0) {
      throw new WireFormatException("ticker", field, price.toPlainString(), "a positive price");
    }
  }

  /** Greeks that cannot be are none: a volatility of 0, a delta beyond 1. */
  private static Optional<OptionGreeks> greeks(WireTicker.OptionPricing pricing) {
    boolean possible =
        pricing.iv().signum() > 0
            && pricing.forwardPrice().signum() > 0
            && pricing.gamma().signum() >= 0
            && pricing.delta().abs().compareTo(BigDecimal.ONE) <= 0;
    return possible
        ? Optional.of(
            new OptionGreeks(
                pricing.delta(),
                pricing.gamma(),
                pricing.vega(),
                pricing.theta(),
                pricing.iv(),
                valuation(pricing.forwardPrice())))
        : Optional.empty();
  }
}
