package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Positions, summaries, margins and settings of an account. Owned by the simulator's thread. */
final class AccountMethods {
  private final House house;
  private final AccountJson json;

  AccountMethods(House house) {
    this.house = house;
    this.json = new AccountJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("private/get_positions", Method.of(Access.TRADE_READ, this::positions));
    table.put("private/get_position", Method.of(Access.TRADE_READ, this::position));
    table.put("private/get_account_summary", Method.of(Access.ACCOUNT_READ, this::summary));
    table.put("private/get_account_summaries", Method.of(Access.ACCOUNT_READ, this::summaries));
    table.put("private/get_margins", Method.of(Access.TRADE_READ, this::margins));
    table.put(
        "private/set_self_trading_config", Method.of(Access.ACCOUNT_WRITE, this::selfTrading));
  }

  /** Flat ones are listed as {@code zero} until the daily settlement. */
  private JsonNode positions(Call call) {
    String currency = call.params().optionalText("currency").orElse("any");
    Optional<String> kind = call.params().optionalText("kind").filter(word -> !word.equals("any"));
    ArrayNode array = Json.array();
    call.account().positions().keySet().stream()
        .filter(product -> currency.equals("any") || product.settlement().equals(currency))
        .filter(product -> kind.filter(word -> !word.equals(product.kind())).isEmpty())
        .forEach(product -> array.add(json.position(call.account(), product)));
    return array;
  }

  private JsonNode position(Call call) {
    Product product = house.listing().require(call.params().text("instrument_name"));
    return json.position(call.account(), product);
  }

  private JsonNode summary(Call call) {
    String currency = call.params().text("currency");
    if (!house.listing().isCoin(currency)) {
      throw RpcError.invalid("currency", "invalid currency");
    }
    return json.summary(call.account(), currency);
  }

  private JsonNode summaries(Call call) {
    Account account = call.account();
    ObjectNode result = Json.object();
    result.put("id", account.userId());
    result.put("username", account.name());
    result.put("type", "main");
    result.put(
        "self_trading_reject_mode", account.cancelsMaker() ? "cancel_maker" : "reject_taker");
    ArrayNode array = result.putArray("summaries");
    List<String> currencies = List.copyOf(account.wallets().keySet());
    currencies.forEach(currency -> array.add(json.summary(account, currency)));
    return result;
  }

  private JsonNode margins(Call call) {
    Product product = house.listing().require(call.params().text("instrument_name"));
    BigDecimal amount = call.params().decimal("amount");
    Instant now = house.now();
    ObjectNode result = Json.object();
    house.numbers().put(result, "buy", house.margin().initial(product, amount, now));
    house.numbers().put(result, "sell", house.margin().initial(product, amount.negate(), now));
    house.numbers().put(result, "min_price", house.valuation().band(product, Side.SELL, now));
    house.numbers().put(result, "max_price", house.valuation().band(product, Side.BUY, now));
    return result;
  }

  private JsonNode selfTrading(Call call) {
    switch (call.params().text("mode")) {
      case "reject_taker" -> call.account().cancelsMaker(false);
      case "cancel_maker" -> call.account().cancelsMaker(true);
      default -> throw RpcError.invalid("mode", "wrong format");
    }
    return TextNode.valueOf("ok");
  }
}
