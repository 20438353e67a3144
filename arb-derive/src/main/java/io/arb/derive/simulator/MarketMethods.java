package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Option;
import io.arb.core.paper.PublicTrade;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Time, tickers and trades by request. Source: Derive API, public methods. Owned by the simulator's
 * thread.
 */
final class MarketMethods {
  private final House house;
  private final TickerJson tickers;

  MarketMethods(House house) {
    this.house = house;
    this.tickers = new TickerJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("public/get_time", Method.of(Access.PUBLIC, this::time));
    table.put("public/get_ticker", Method.of(Access.PUBLIC, this::ticker));
    table.put("public/get_tickers", Method.of(Access.PUBLIC, this::manyTickers));
    table.put("public/get_trade_history", Method.of(Access.PUBLIC, this::trades));
    table.put("public/getRateLimits", Method.of(Access.PUBLIC, this::rateLimits));
  }

  private JsonNode time(Call call) {
    return LongNode.valueOf(house.now().toEpochMilli());
  }

  private JsonNode ticker(Call call) {
    Instrument instrument = house.listing().require(call.params().text("instrument_name"));
    return house.isV3() ? tickers.slim(instrument) : tickers.full(instrument);
  }

  private JsonNode manyTickers(Call call) {
    Fields params = call.params();
    String type = params.text("instrument_type");
    boolean options = type.equals("option");
    if (!options && !type.equals("perp")) {
      throw params.wrong("instrument_type", "option or perp");
    }
    if (options != params.has("expiry_date")) {
      throw params.wrong("expiry_date", options ? "a date" : "left out for perps");
    }
    if (options && !params.has("currency")) {
      throw params.wrong("currency", "a currency");
    }
    String day = options ? Integer.toString(params.integer("expiry_date")) : "";
    ObjectNode result = Json.object();
    ObjectNode byName = result.putObject("tickers");
    instruments(type)
        .filter(instrument -> !options || isOf(instrument, day))
        .forEach(instrument -> byName.set(Listing.name(instrument), tickers.slim(instrument)));
    return result;
  }

  private Stream<Instrument> instruments(String type) {
    return house.listing().all().stream()
        .filter(InstrumentSpec::active)
        .map(InstrumentSpec::instrument)
        .filter(instrument -> Listing.type(instrument).equals(type));
  }

  private static boolean isOf(Instrument instrument, String day) {
    return instrument instanceof Option option
        && InstrumentMethods.DAY.format(option.expiry()).equals(day);
  }

  /** Newest first. */
  private JsonNode trades(Call call) {
    Fields params = call.params();
    Stream<Instrument> instruments =
        params.has("instrument_name")
            ? Stream.of(house.listing().require(params.text("instrument_name")))
            : house.listing().all().stream()
                .map(InstrumentSpec::instrument)
                .filter(
                    instrument ->
                        params
                            .optionalText("instrument_type")
                            .map(Listing.type(instrument)::equals)
                            .orElse(true));
    List<PublicTrade> rows =
        instruments
            .flatMap(instrument -> house.venue().publicTrades(instrument).stream())
            .filter(trade -> Pages.isWithin(params, trade.at()))
            .filter(
                trade -> params.optionalText("trade_id").map(trade.tradeId()::equals).orElse(true))
            .sorted(Comparator.comparing(PublicTrade::at))
            .toList()
            .reversed();
    return Pages.page(params, "trades", rows, this::json);
  }

  private ArrayNode json(List<PublicTrade> trades) {
    ArrayNode array = Json.array();
    trades.forEach(trade -> array.add(house.records().publicTrade(trade)));
    return array;
  }

  private JsonNode rateLimits(Call call) {
    Session session = call.session();
    String caller = session.logins().isEmpty() ? Gate.anonymous(session) : Gate.wallet(session);
    ObjectNode json = Json.object();
    json.set("remaining_matching", remaining(caller, Method.Budget.MATCHING));
    json.set("remaining_non_matching", remaining(caller, Method.Budget.OTHER));
    json.set("remaining_connections", remaining(caller, Method.Budget.CANCEL_ALL));
    json.putObject("remaining_per_endpoint");
    return json;
  }

  private ObjectNode remaining(String caller, Method.Budget budget) {
    int used = house.limiter().used(caller, budget);
    return Json.object()
        .put("remainingPoints", house.limiter().remaining(caller, budget))
        .put("msBeforeNext", house.limiter().millisBeforeNext(caller, budget))
        .put("consumedPoints", used)
        .put("isFirstInDuration", used <= 1);
  }
}
