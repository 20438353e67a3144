package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Ticker;
import io.arb.core.paper.PriceBand;
import io.arb.core.paper.PublicTrade;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tickers, slim and long. Funding is not played, so its rate is zero; implied vols of the best
 * prices are shown as not solvable. Source: Derive API, ticker_slim and public/get_ticker. Owned by
 * the simulator's thread.
 */
final class TickerJson {
  private static final BigDecimal YEAR_SECONDS = BigDecimal.valueOf(365L * 86_400);
  private static final int DECIMALS = 5;

  private final House house;

  TickerJson(House house) {
    this.house = house;
  }

  /** What both forms show of the book. */
  private record Best(String bid, String bidAmount, String ask, String askAmount) {}

  private Best best(Instrument instrument) {
    OrderBook book = house.venue().book(instrument, 1);
    boolean zero = house.faults().showsZeroBestPrices();
    Optional<Level> bid = zero ? Optional.empty() : book.bestBid();
    Optional<Level> ask = zero ? Optional.empty() : book.bestAsk();
    return new Best(price(bid), amount(bid), price(ask), amount(ask));
  }

  private static String price(Optional<Level> level) {
    return level.map(best -> best.price().toString()).orElse("0");
  }

  private static String amount(Optional<Level> level) {
    return level.map(best -> best.quantity().toString()).orElse("0");
  }

  private long timestamp() {
    return house.now().minus(house.faults().tickerAge()).toEpochMilli();
  }

  /** The slim form; it does not name its instrument. */
  ObjectNode slim(Instrument instrument) {
    Ticker ticker = house.venue().ticker(instrument);
    PriceBand band = house.venue().band(instrument);
    Best best = best(instrument);
    ObjectNode json = Json.object();
    json.put("t", timestamp());
    json.put("A", best.askAmount());
    json.put("a", best.ask());
    json.put("B", best.bidAmount());
    json.put("b", best.bid());
    json.put("f", instrument instanceof Perpetual ? "0" : null);
    json.put("I", ticker.index().toString());
    json.put("M", ticker.mark().toString());
    json.put("minp", band.min().toString());
    json.put("maxp", band.max().toString());
    Day day = day(instrument);
    json.putObject("stats")
        .put("c", day.contracts())
        .put("v", day.notional())
        .put("pr", day.premium())
        .put("n", day.trades())
        .put("oi", "0")
        .put("h", "0")
        .put("l", "0")
        .put("p", "0");
    slimPricing(json, instrument, ticker);
    return json;
  }

  private void slimPricing(ObjectNode json, Instrument instrument, Ticker ticker) {
    json.putNull("option_pricing");
    if (instrument instanceof Option option) {
      OptionGreeks greeks = ticker.greeks().orElseThrow();
      json.putObject("option_pricing")
          .put("d", greeks.delta().toPlainString())
          .put("g", greeks.gamma().toPlainString())
          .put("v", greeks.vegaPerPoint().toPlainString())
          .put("t", greeks.thetaPerDay().toPlainString())
          .put("r", rho(option, ticker))
          .put("i", greeks.volFraction().toPlainString())
          .put("bi", "0")
          .put("ai", "0")
          .put("m", ticker.mark().toString())
          .put("f", greeks.forward().toString())
          .put("df", "1");
    }
  }

  /** Years to expiry times the mark, as observed. */
  private String rho(Option option, Ticker ticker) {
    BigDecimal seconds =
        BigDecimal.valueOf(Duration.between(house.now(), option.expiry()).toSeconds());
    BigDecimal years = seconds.divide(YEAR_SECONDS, MathContext.DECIMAL64);
    return years
        .multiply(ticker.mark().usd())
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /** The long form of V2: all fields of the instrument and the market. */
  ObjectNode full(Instrument instrument) {
    Ticker ticker = house.venue().ticker(instrument);
    PriceBand band = house.venue().band(instrument);
    Best best = best(instrument);
    ObjectNode json = house.listing().json(instrument);
    json.put("best_ask_amount", best.askAmount());
    json.put("best_ask_price", best.ask());
    json.put("best_bid_amount", best.bidAmount());
    json.put("best_bid_price", best.bid());
    json.put("five_percent_ask_depth", "0");
    json.put("five_percent_bid_depth", "0");
    json.put("index_price", ticker.index().toString());
    json.put("mark_price", ticker.mark().toString());
    json.put("max_price", band.max().toString());
    json.put("min_price", band.min().toString());
    json.put("open_interest", "0");
    Day day = day(instrument);
    json.putObject("stats")
        .put("contract_volume", day.contracts())
        .put("high", "0")
        .put("low", "0")
        .put("num_trades", Integer.toString(day.trades()))
        .put("open_interest", "0")
        .put("percent_change", "0")
        .put("usd_change", "0");
    json.put("timestamp", timestamp());
    fullPricing(json, instrument, ticker);
    return json;
  }

  private void fullPricing(ObjectNode json, Instrument instrument, Ticker ticker) {
    json.putNull("option_pricing");
    if (instrument instanceof Option option) {
      OptionGreeks greeks = ticker.greeks().orElseThrow();
      json.putObject("option_pricing")
          .put("ask_iv", "0")
          .put("bid_iv", "0")
          .put("delta", greeks.delta().toPlainString())
          .put("discount_factor", "1")
          .put("forward_price", greeks.forward().toString())
          .put("gamma", greeks.gamma().toPlainString())
          .put("iv", greeks.volFraction().toPlainString())
          .put("mark_price", ticker.mark().toString())
          .put("rho", rho(option, ticker))
          .put("theta", greeks.thetaPerDay().toPlainString())
          .put("vega", greeks.vegaPerPoint().toPlainString());
    }
  }

  /** Trades of the last 24 hours, as far as the venue's tape reaches. */
  private record Day(String contracts, String notional, String premium, int trades) {}

  private Day day(Instrument instrument) {
    List<PublicTrade> trades =
        house.venue().publicTrades(instrument).stream()
            .filter(trade -> trade.at().isAfter(house.now().minus(Duration.ofDays(1))))
            .toList();
    BigDecimal contracts = BigDecimal.ZERO;
    BigDecimal notional = BigDecimal.ZERO;
    BigDecimal premium = BigDecimal.ZERO;
    for (PublicTrade trade : trades) {
      contracts = contracts.add(trade.quantity().units());
      notional = notional.add(trade.index().times(trade.quantity()).usd());
      premium = premium.add(trade.price().times(trade.quantity()).usd());
    }
    boolean isOption = instrument instanceof Option;
    return new Day(
        house.text(contracts),
        house.text(notional),
        isOption ? house.text(premium) : "0",
        trades.size());
  }
}
