package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Tickers, quotes and order books as JSON. Funding is not played, so it is zero; vols of the best
 * prices are shown as the mark's; rho is zero; an option's delta is not scaled down before expiry
 * here, only in positions and accounts. Source: Deribit API, public/ticker. Owned by the
 * simulator's thread.
 */
final class TickerJson {
  private static final int COIN_DECIMALS = 4;
  private static final int USD_DECIMALS = 2;
  private static final int GAMMA_DECIMALS = 5;

  private final House house;
  private final Numbers numbers;

  TickerJson(House house) {
    this.house = house;
    this.numbers = house.numbers();
  }

  static BigDecimal percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
  }

  /** The mark as tickers show it. */
  static BigDecimal shown(Product product, BigDecimal mark) {
    boolean inCoin = product.isInverse() && product.isOption();
    return mark.setScale(inCoin ? COIN_DECIMALS : USD_DECIMALS, RoundingMode.HALF_EVEN);
  }

  ObjectNode ticker(Product product) {
    Instant now = house.now();
    Valuation valuation = house.valuation();
    ObjectNode json = quote(product);
    json.put("state", house.listing().isOpen(product) ? "open" : "delivered");
    numbers.put(json, "mark_price", shown(product, valuation.mark(product, now)));
    numbers.put(json, "index_price", valuation.index(now));
    numbers.put(json, "estimated_delivery_price", valuation.index(now));
    numbers.put(json, "min_price", valuation.band(product, Side.SELL, now));
    numbers.put(json, "max_price", valuation.band(product, Side.BUY, now));
    optional(json, "last_price", house.floor().lastPrice(product));
    optional(json, "settlement_price", house.settlement().price(product));
    numbers.put(json, "open_interest", BigDecimal.ZERO);
    ObjectNode stats = json.putObject("stats");
    stats.putNull("high").putNull("low").putNull("price_change");
    numbers.put(stats, "volume", BigDecimal.ZERO);
    numbers.put(stats, "volume_usd", BigDecimal.ZERO);
    product
        .option()
        .ifPresentOrElse(option -> option(json, product, option), () -> perpetual(json));
    return json;
  }

  private void perpetual(ObjectNode json) {
    numbers.put(json, "current_funding", BigDecimal.ZERO);
    numbers.put(json, "funding_8h", BigDecimal.ZERO);
    numbers.put(json, "interest_value", BigDecimal.ZERO);
  }

  private void option(ObjectNode json, Product product, Option option) {
    OptionGreeks greeks = house.valuation().greeks(option, house.now());
    BigDecimal vol = percent(greeks.volFraction());
    numbers.put(json, "mark_iv", vol);
    numbers.put(
        json,
        "bid_iv",
        house.floor().book(product).best(Side.BUY).isEmpty() ? BigDecimal.ZERO : vol);
    numbers.put(json, "ask_iv", vol);
    numbers.put(json, "underlying_price", greeks.forward().usd());
    json.put("underlying_index", "SYN." + option.underlying() + "-" + ProductName.date(option));
    numbers.put(json, "interest_rate", BigDecimal.ZERO);
    ObjectNode sent = json.putObject("greeks");
    numbers.put(sent, "delta", greeks.delta());
    numbers.put(sent, "gamma", greeks.gamma().setScale(GAMMA_DECIMALS, RoundingMode.HALF_EVEN));
    numbers.put(sent, "vega", greeks.vegaPerPoint());
    numbers.put(sent, "theta", greeks.thetaPerDay());
    numbers.put(sent, "rho", BigDecimal.ZERO);
  }

  private void optional(ObjectNode json, String name, Optional<BigDecimal> value) {
    value.ifPresentOrElse(present -> numbers.put(json, name, present), () -> json.putNull(name));
  }

  /** Best prices and amounts; an empty side is null, or 0 if so ordered. */
  ObjectNode quote(Product product) {
    Book book = house.floor().book(product);
    ObjectNode json = Json.object();
    json.put("instrument_name", product.name());
    json.put("timestamp", house.now().toEpochMilli());
    best(json, "best_bid", book.levels(Side.BUY));
    best(json, "best_ask", book.levels(Side.SELL));
    return json;
  }

  private void best(ObjectNode json, String name, Map<BigDecimal, BigDecimal> levels) {
    Iterator<Map.Entry<BigDecimal, BigDecimal>> best = levels.entrySet().iterator();
    if (best.hasNext()) {
      Map.Entry<BigDecimal, BigDecimal> level = best.next();
      numbers.put(json, name + "_price", level.getKey());
      numbers.put(json, name + "_amount", level.getValue());
    } else {
      if (house.faults().showsZeroBestPrices()) {
        numbers.put(json, name + "_price", BigDecimal.ZERO);
      } else {
        json.putNull(name + "_price");
      }
      numbers.put(json, name + "_amount", BigDecimal.ZERO);
    }
  }

  /** {@code [[price, amount], ...]}, best first. */
  ArrayNode levels(Product product, Side side, int depth) {
    ArrayNode array = Json.array();
    house.floor().book(product).levels(side).entrySet().stream()
        .limit(depth)
        .forEach(
            level -> {
              ArrayNode pair = array.addArray();
              numbers.add(pair, level.getKey());
              numbers.add(pair, level.getValue());
            });
    return array;
  }

  /** The ticker with levels, as public/get_order_book answers. */
  ObjectNode orderBook(Product product, int depth) {
    ObjectNode json = ticker(product);
    json.put("change_id", house.nextChangeId());
    json.set("bids", levels(product, Side.BUY, depth));
    json.set("asks", levels(product, Side.SELL, depth));
    return json;
  }
}
