package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Option;
import io.arb.core.wire.Json;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Instruments as JSON. Source: Deribit API, public/get_instruments. Owned by the simulator's
 * thread.
 */
final class InstrumentJson {
  private static final long NEVER = 32_503_708_800_000L;
  private static final long LISTED = Instant.parse("2024-01-01T08:00:00Z").toEpochMilli();
  private static final Duration LISTED_BEFORE = Duration.ofDays(60);
  private static final int LEVERAGE = 50;
  private static final BigDecimal LIQUIDATION = new BigDecimal("0.01");

  private final House house;
  private final Numbers numbers;

  InstrumentJson(House house) {
    this.house = house;
    this.numbers = house.numbers();
  }

  ObjectNode instrument(Product product) {
    Terms terms = product.terms();
    ObjectNode json = Json.object();
    json.put("instrument_name", product.name());
    json.put("instrument_id", product.id());
    json.put("kind", product.kind());
    json.put("instrument_type", product.isInverse() ? "reversed" : "linear");
    json.put("base_currency", product.base());
    json.put("quote_currency", product.quote());
    json.put("counter_currency", product.counter());
    json.put("settlement_currency", product.settlement());
    json.put("price_index", product.indexName());
    numbers.put(json, "tick_size", terms.grid().tick());
    ArrayNode steps = json.putArray("tick_size_steps");
    terms.grid().steps().forEach(step -> addStep(steps, step));
    numbers.put(json, "min_trade_amount", terms.minAmount());
    numbers.put(json, "contract_size", terms.contractSize());
    numbers.put(json, "maker_commission", terms.makerRate());
    numbers.put(json, "taker_commission", terms.takerRate());
    json.put("is_active", house.listing().isOpen(product));
    json.put("state", house.listing().isOpen(product) ? "open" : "delivered");
    json.put("underlying_type", "crypto");
    product
        .option()
        .ifPresentOrElse(option -> option(json, option), () -> perpetual(json, product));
    return json;
  }

  private void addStep(ArrayNode steps, PriceGrid.Step step) {
    ObjectNode json = steps.addObject();
    numbers.put(json, "above_price", step.abovePrice());
    numbers.put(json, "tick_size", step.tick());
  }

  private void option(ObjectNode json, Option option) {
    json.put("settlement_period", "month");
    json.put("expiration_timestamp", option.expiry().toEpochMilli());
    json.put("creation_timestamp", option.expiry().minus(LISTED_BEFORE).toEpochMilli());
    json.put("option_type", option.type() == OptionType.CALL ? "call" : "put");
    numbers.put(json, "strike", option.strike().usd());
  }

  private void perpetual(ObjectNode json, Product product) {
    json.put("settlement_period", "perpetual");
    json.put("expiration_timestamp", NEVER);
    json.put("creation_timestamp", LISTED);
    json.put("future_type", product.isInverse() ? "reversed" : "linear");
    json.put("max_leverage", LEVERAGE);
    json.put("max_non_default_leverage", LEVERAGE);
    numbers.put(json, "max_liquidation_commission", LIQUIDATION);
  }
}
