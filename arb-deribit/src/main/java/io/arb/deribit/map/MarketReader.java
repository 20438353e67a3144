package io.arb.deribit.map;

import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Ticker;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.WireBook.WireLevel;
import io.arb.deribit.wire.WireTicker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The venue's books and tickers in the words of the model. */
public final class MarketReader {
  private static final int DEPTH = 50;
  private static final int PERCENT_DIGITS = 2;

  private MarketReader() {}

  /**
   * The best 50 levels of each side in USD.
   *
   * @throws WireFormatException if a price is zero, or two levels fall on one price in USD
   */
  public static OrderBook book(
      Instrument instrument, LocalBook book, PriceUnit unit, long timestamp, Instant receivedAt) {
    try {
      return new OrderBook(
          instrument,
          levels(book.bids(DEPTH), unit),
          levels(book.asks(DEPTH), unit),
          Instant.ofEpochMilli(timestamp),
          receivedAt);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("book", "$", String.valueOf(e.getMessage()), "a book");
    }
  }

  /** A book that prices nothing: what is known of it has a gap. */
  public static OrderBook unusable(Instrument instrument, long timestamp, Instant receivedAt) {
    return new OrderBook(
        instrument, List.of(), List.of(), Instant.ofEpochMilli(timestamp), receivedAt);
  }

  private static List<Level> levels(List<WireLevel> levels, PriceUnit unit) {
    return levels.stream()
        .map(level -> new Level(unit.toUsd(level.price()), new Quantity(level.amount())))
        .toList();
  }

  /**
   * What one unit of a ticker's prices is worth.
   *
   * @throws WireFormatException if the price is in coins and the ticker has no forward
   */
  public static PriceUnit unit(WireTicker ticker, boolean isPricedInCoin) {
    if (!isPricedInCoin) {
      return PriceUnit.USD;
    }
    BigDecimal forward =
        ticker.option().map(WireTicker.OptionValues::underlyingPrice).orElse(BigDecimal.ZERO);
    requirePositive("underlying_price", forward);
    return new PriceUnit(forward);
  }

  /**
   * A ticker in USD.
   *
   * @throws WireFormatException if it has no index price or a negative price
   */
  public static Ticker ticker(
      Instrument instrument, WireTicker ticker, PriceUnit unit, Instant receivedAt) {
    requirePositive("index_price", ticker.indexPrice());
    try {
      return new Ticker(
          instrument,
          unit.toUsd(ticker.markPrice()),
          valuation(ticker.indexPrice()),
          ticker.option().flatMap(MarketReader::greeks),
          Instant.ofEpochMilli(ticker.timestamp()),
          receivedAt);
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("ticker", "$", String.valueOf(e.getMessage()), "a ticker");
    }
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
  private static Optional<OptionGreeks> greeks(WireTicker.OptionValues values) {
    boolean possible =
        values.markIv().signum() > 0
            && values.underlyingPrice().signum() > 0
            && values.gamma().signum() >= 0
            && values.delta().abs().compareTo(BigDecimal.ONE) <= 0;
    return possible
        ? Optional.of(
            new OptionGreeks(
                values.delta(),
                values.gamma(),
                values.vega(),
                values.theta(),
                values.markIv().movePointLeft(PERCENT_DIGITS),
                valuation(values.underlyingPrice())))
        : Optional.empty();
  }
}
