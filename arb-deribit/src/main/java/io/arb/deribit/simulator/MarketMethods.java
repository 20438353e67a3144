package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import io.arb.deribit.simulator.Method.Pool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Instruments and market data. Owned by the simulator's thread. */
final class MarketMethods {
  private static final int DEFAULT_DEPTH = 5;
  private static final int DEFAULT_COUNT = 10;
  private static final int MOST_COUNT = 1000;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final House house;
  private final InstrumentJson instruments;
  private final TickerJson tickers;
  private final OrderJson orders;

  MarketMethods(House house) {
    this.house = house;
    this.instruments = new InstrumentJson(house);
    this.tickers = new TickerJson(house);
    this.orders = new OrderJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put(
        "public/get_instruments",
        Method.of(Access.PUBLIC, this::instruments).taking(Pool.INSTRUMENTS));
    table.put(
        "public/get_instrument",
        Method.of(Access.PUBLIC, call -> instruments.instrument(product(call))));
    table.put("public/get_contract_size", Method.of(Access.PUBLIC, this::contractSize));
    table.put("public/get_index_price", Method.of(Access.PUBLIC, this::indexPrice));
    table.put("public/get_delivery_prices", Method.of(Access.PUBLIC, this::deliveryPrices));
    table.put("public/ticker", Method.of(Access.PUBLIC, call -> tickers.ticker(fresh(call))));
    table.put("public/get_order_book", Method.of(Access.PUBLIC, this::orderBook));
    table.put("public/get_book_summary_by_currency", Method.of(Access.PUBLIC, this::summaries));
    table.put("public/get_last_trades_by_instrument", Method.of(Access.PUBLIC, this::lastTrades));
  }

  private Product product(Call call) {
    return house.listing().require(call.params().text("instrument_name"));
  }

  /** The product of a call, its book brought to the present. */
  private Product fresh(Call call) {
    Product product = product(call);
    if (house.listing().isOpen(product)) {
      house.makers().refresh(product, house.now());
    }
    return product;
  }

  /** Products of the asked settlement currency and kind. */
  private Predicate<Product> asked(Call call) {
    String currency = call.params().text("currency");
    if (!currency.equals("any") && !house.listing().isCoin(currency)) {
      throw RpcError.invalid("currency", "invalid currency");
    }
    Optional<String> kind = call.params().optionalText("kind");
    return product ->
        (currency.equals("any") || product.settlement().equals(currency))
            && kind.filter(word -> !word.equals(product.kind())).isEmpty();
  }

  private JsonNode instruments(Call call) {
    boolean expired = call.params().flag("expired", false);
    ArrayNode array = Json.array();
    house.listing().all().stream()
        .filter(asked(call))
        .filter(product -> house.listing().isOpen(product) != expired)
        .forEach(product -> array.add(instruments.instrument(product)));
    return array;
  }

  private JsonNode contractSize(Call call) {
    ObjectNode json = Json.object();
    house.numbers().put(json, "contract_size", product(call).terms().contractSize());
    return json;
  }

  private String indexName(Call call) {
    String name = call.params().text("index_name");
    if (house.listing().all().stream().noneMatch(product -> product.indexName().equals(name))) {
      throw RpcError.invalid("index_name", "wrong format");
    }
    return name;
  }

  private JsonNode indexPrice(Call call) {
    String name = indexName(call);
    ObjectNode json = Json.object();
    BigDecimal index = house.valuation().index(house.now());
    house.numbers().put(json, "index_price", index);
    house.numbers().put(json, "estimated_delivery_price", index);
    return json.put("index_name", name);
  }

  private JsonNode deliveryPrices(Call call) {
    var unused = indexName(call);
    List<Map.Entry<Instant, BigDecimal>> newestFirst =
        List.copyOf(house.settlement().deliveries().entrySet()).reversed();
    ObjectNode json = Json.object().put("records_total", newestFirst.size());
    ArrayNode data = json.putArray("data");
    newestFirst.stream()
        .skip(call.params().optionalInteger("offset").orElse(0))
        .limit(count(call.params()))
        .forEach(
            entry -> {
              ObjectNode row = data.addObject();
              row.put("date", entry.getKey().atZone(ZoneOffset.UTC).toLocalDate().toString());
              house.numbers().put(row, "delivery_price", entry.getValue());
            });
    return json;
  }

  /** The {@code count} of a page: 10 unless told, at most 1000. */
  static long count(Params params) {
    return Math.clamp(params.optionalInteger("count").orElse(DEFAULT_COUNT), 1, MOST_COUNT);
  }

  private JsonNode orderBook(Call call) {
    long depth = call.params().optionalInteger("depth").orElse(DEFAULT_DEPTH);
    return tickers.orderBook(fresh(call), Math.clamp(depth, 1, MOST_COUNT));
  }

  private JsonNode summaries(Call call) {
    if (call.params().text("currency").equals("any")) {
      throw RpcError.invalid("currency", "invalid currency");
    }
    ArrayNode array = Json.array();
    house.listing().all().stream()
        .filter(asked(call))
        .filter(house.listing()::isOpen)
        .forEach(product -> array.add(summary(product)));
    return array;
  }

  private ObjectNode summary(Product product) {
    house.makers().refresh(product, house.now());
    Book book = house.floor().book(product);
    Optional<BigDecimal> bid = book.best(Side.BUY);
    Optional<BigDecimal> ask = book.best(Side.SELL);
    Optional<BigDecimal> middle =
        bid.flatMap(b -> ask.map(a -> a.add(b).divide(TWO, 8, RoundingMode.HALF_EVEN)));
    ObjectNode json = Json.object();
    json.put("instrument_name", product.name());
    json.put("base_currency", product.base());
    json.put("quote_currency", product.quote());
    put(json, "bid_price", bid);
    put(json, "ask_price", ask);
    put(json, "mid_price", middle);
    put(json, "last", house.floor().lastPrice(product));
    Instant now = house.now();
    BigDecimal mark = TickerJson.shown(product, house.valuation().mark(product, now));
    house.numbers().put(json, "mark_price", mark);
    house.numbers().put(json, "underlying_price", house.valuation().underlying(product, now));
    product
        .option()
        .ifPresent(
            option ->
                house
                    .numbers()
                    .put(
                        json,
                        "mark_iv",
                        TickerJson.percent(house.valuation().greeks(option, now).volFraction())));
    return json.put("creation_timestamp", now.toEpochMilli());
  }

  private void put(ObjectNode json, String name, Optional<BigDecimal> value) {
    value.ifPresentOrElse(
        present -> house.numbers().put(json, name, present), () -> json.putNull(name));
  }

  private JsonNode lastTrades(Call call) {
    List<Fill> tape = List.copyOf(house.floor().tape(product(call)));
    long count = count(call.params());
    ObjectNode json = Json.object().put("has_more", tape.size() > count);
    ArrayNode trades = json.putArray("trades");
    tape.reversed().stream().limit(count).forEach(fill -> trades.add(orders.publicTrade(fill)));
    return json;
  }
}
