package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Liquidity;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Orders and trades as JSON. Source: Deribit API, private/buy. Owned by the simulator's thread. */
final class OrderJson {
  private static final int PRICE_DECIMALS = 8;
  private static final List<String> NEVER_ON_ORDERS =
      List.of("web", "mmp", "risk_reducing", "is_liquidation", "is_rebalance");
  private static final List<String> NEVER_ON_TRADES = List.of("mmp", "risk_reducing", "self_trade");

  private final House house;
  private final Numbers numbers;

  OrderJson(House house) {
    this.house = house;
    this.numbers = house.numbers();
  }

  static String word(Side side) {
    return side == Side.BUY ? "buy" : "sell";
  }

  static String word(Order.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  ArrayNode orders(Collection<Order> orders) {
    ArrayNode array = Json.array();
    orders.forEach(order -> array.add(order(order)));
    return array;
  }

  ObjectNode order(Order order) {
    OrderForm form = order.form();
    ObjectNode json = Json.object();
    json.put("order_id", order.id());
    json.put("instrument_name", order.product().name());
    json.put("direction", word(order.side()));
    json.put("order_type", form.type().word());
    json.put("order_state", word(order.state()));
    json.put("time_in_force", form.lifetime().word());
    json.put("label", form.label());
    numbers.put(json, "price", order.price());
    numbers.put(json, "amount", order.amount());
    numbers.put(json, "contracts", form.contracts(order.amount()));
    numbers.put(json, "filled_amount", order.filled());
    numbers.put(json, "average_price", round(order.averagePrice()));
    flags(json, order);
    json.put("creation_timestamp", order.createdAt().toEpochMilli());
    json.put("last_update_timestamp", order.changedAt().toEpochMilli());
    json.put("user_id", order.account().userId());
    return json;
  }

  private static void flags(ObjectNode json, Order order) {
    OrderForm form = order.form();
    json.put("post_only", form.postOnly());
    if (form.postOnly()) {
      json.put("reject_post_only", form.rejectsPostOnly());
    }
    json.put("reduce_only", form.reduceOnly());
    json.put("replaced", order.isReplaced());
    if (!order.cancelReason().isEmpty()) {
      json.put("cancel_reason", order.cancelReason());
    }
    json.put("api", true);
    for (String never : NEVER_ON_ORDERS) {
      json.put(never, false);
    }
  }

  static BigDecimal round(BigDecimal value) {
    return value.setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  ArrayNode fills(Collection<Fill> fills) {
    ArrayNode array = Json.array();
    fills.forEach(fill -> array.add(fill(fill)));
    return array;
  }

  /** An own trade; {@code direction} is the own side. */
  ObjectNode fill(Fill fill) {
    OrderForm form = fill.order().form();
    ObjectNode json = publicTrade(fill);
    json.put("order_id", fill.order().id());
    json.put("order_type", form.type().word());
    json.put("state", word(fill.state()));
    json.put("liquidity", fill.liquidity() == Liquidity.MAKER ? "M" : "T");
    numbers.put(json, "fee", fill.fee());
    json.put("fee_currency", fill.product().settlement());
    numbers.put(json, "profit_loss", fill.profit());
    if (!form.label().isEmpty()) {
      json.put("label", form.label());
    }
    json.putNull("matching_id");
    json.put("api", true);
    json.put("post_only", form.postOnly());
    json.put("reduce_only", form.reduceOnly());
    for (String never : NEVER_ON_TRADES) {
      json.put(never, false);
    }
    return json;
  }

  /** A trade as everybody sees it. */
  ObjectNode publicTrade(Fill fill) {
    Product product = fill.product();
    ObjectNode json = Json.object();
    json.put("trade_id", fill.tradeId());
    json.put("trade_seq", fill.sequence());
    json.put("instrument_name", product.name());
    json.put("direction", word(fill.side()));
    numbers.put(json, "price", fill.price());
    numbers.put(json, "amount", fill.amount());
    numbers.put(json, "contracts", fill.order().form().contracts(fill.amount()));
    json.put("timestamp", fill.at().toEpochMilli());
    numbers.put(json, "index_price", fill.index());
    numbers.put(json, "mark_price", fill.mark());
    json.put("tick_direction", fill.tickDirection());
    product
        .option()
        .ifPresent(
            option -> {
              OptionGreeks greeks = house.valuation().greeks(option, fill.at());
              numbers.put(json, "iv", TickerJson.percent(greeks.volFraction()));
              numbers.put(json, "underlying_price", greeks.forward().usd());
            });
    return json;
  }
}
