package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Option;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Instruments and currencies. Source: Derive API, public/get_instrument and its kin. Owned by the
 * simulator's thread.
 */
final class InstrumentMethods {
  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
  private static final Set<String> TYPES = Set.of("perp", "option", "erc20");

  private final House house;

  InstrumentMethods(House house) {
    this.house = house;
  }

  void addTo(Map<String, Method> table) {
    table.put("public/get_instrument", Method.of(Access.PUBLIC, this::instrument));
    table.put("public/get_all_instruments", Method.of(Access.PUBLIC, this::allInstruments));
    table.put("public/get_currency", Method.of(Access.PUBLIC, this::currency));
    table.put("public/get_all_currencies", Method.of(Access.PUBLIC, this::currencies));
    table.put("public/get_option_settlement_prices", Method.of(Access.PUBLIC, this::settlements));
    if (house.isV3()) {
      table.put("public/get_all_live_instruments", Method.of(Access.PUBLIC, this::live));
    } else {
      table.put("public/get_instruments", Method.of(Access.PUBLIC, this::instruments));
    }
  }

  private JsonNode instrument(Call call) {
    return house.listing().json(house.listing().require(call.params().text("instrument_name")));
  }

  private JsonNode instruments(Call call) {
    requireCurrency(call.params().text("currency"));
    return array(wanted(call.params()));
  }

  private JsonNode allInstruments(Call call) {
    call.params().optionalText("currency").ifPresent(this::requireCurrency);
    return Pages.page(call.params(), "instruments", wanted(call.params()), this::array);
  }

  private ArrayNode array(List<Instrument> instruments) {
    ArrayNode array = Json.array();
    instruments.forEach(instrument -> array.add(house.listing().json(instrument)));
    return array;
  }

  private List<Instrument> wanted(Fields params) {
    String type = params.text("instrument_type");
    boolean expired = params.bool("expired");
    if (!TYPES.contains(type)) {
      throw params.wrong("instrument_type", "one of " + TYPES.stream().sorted().toList());
    }
    return house.listing().all().stream()
        .filter(spec -> spec.active() != expired)
        .map(InstrumentSpec::instrument)
        .filter(instrument -> Listing.type(instrument).equals(type))
        .toList();
  }

  private JsonNode live(Call call) {
    ArrayNode names = Json.array();
    house.listing().all().stream()
        .filter(InstrumentSpec::active)
        .forEach(spec -> names.add(Listing.name(spec.instrument())));
    return names;
  }

  private String currency() {
    return house.venue().market().perpetual().underlying().symbol();
  }

  private void requireCurrency(String currency) {
    if (!currency.equals(currency())) {
      throw RpcError.of(ErrorCode.CURRENCY_NOT_FOUND, currency);
    }
  }

  private JsonNode currency(Call call) {
    requireCurrency(call.params().text("currency"));
    return currencyJson();
  }

  private JsonNode currencies(Call call) {
    return Json.array().add(currencyJson());
  }

  private ObjectNode currencyJson() {
    ObjectNode json = Json.object();
    json.put("currency", currency());
    json.put("market_type", "ALL");
    json.put("spot_price", house.venue().market().index(house.now()).toString());
    json.putArray("instrument_types").add("perp").add("option");
    json.putArray("managers");
    return json;
  }

  private JsonNode settlements(Call call) {
    requireCurrency(call.params().text("currency"));
    ObjectNode result = Json.object();
    ArrayNode expiries = result.putArray("expiries");
    house.listing().all().stream()
        .map(InstrumentSpec::instrument)
        .filter(Option.class::isInstance)
        .map(Option.class::cast)
        .map(Option::expiry)
        .distinct()
        .sorted()
        .forEach(expiry -> expiries.add(settlement(expiry)));
    return result;
  }

  private ObjectNode settlement(Instant expiry) {
    return Json.object()
        .put("expiry_date", DAY.format(expiry))
        .put(
            "price",
            house.venue().settlementPrice(expiry).map(price -> price.toString()).orElse(null))
        .put("utc_expiry_sec", expiry.getEpochSecond());
  }
}
