package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Orders and trades of one's own. The recent store keeps closed orders 30 minutes, those without
 * any fill one minute (how soon is not published), and trades a day; {@code historical} reaches
 * back without end. Owned by the simulator's thread.
 */
final class QueryMethods {
  private static final Duration CLOSED_KEPT = Duration.ofMinutes(30);
  private static final Duration UNFILLED_KEPT = Duration.ofMinutes(1);
  private static final Duration TRADES_KEPT = Duration.ofDays(1);

  private final House house;
  private final OrderJson json;

  QueryMethods(House house) {
    this.house = house;
    this.json = new OrderJson(house);
  }

  void addTo(Map<String, Method> table) {
    for (String suffix : new String[] {"", "_by_currency", "_by_instrument"}) {
      table.put("private/get_open_orders" + suffix, Method.of(Access.TRADE_READ, this::open));
    }
    table.put("private/get_open_orders_by_label", Method.of(Access.TRADE_READ, this::openByLabel));
    table.put("private/get_order_state", Method.of(Access.TRADE_READ, this::state));
    table.put("private/get_order_state_by_label", Method.of(Access.TRADE_READ, this::byLabel));
    for (String suffix : new String[] {"_by_currency", "_by_instrument"}) {
      table.put("private/get_order_history" + suffix, Method.of(Access.TRADE_READ, this::history));
    }
    table.put("private/get_user_trades_by_order", Method.of(Access.TRADE_READ, this::ofOrder));
    for (String suffix :
        new String[] {"instrument", "instrument_and_time", "currency", "currency_and_time"}) {
      table.put("private/get_user_trades_by_" + suffix, Method.of(Access.TRADE_READ, this::trades));
    }
  }

  private Predicate<Order> asked(Call call) {
    return OrderFinder.asked(call.params(), house.listing());
  }

  private JsonNode open(Call call) {
    return json.orders(call.account().alive(asked(call)));
  }

  private JsonNode openByLabel(Call call) {
    Predicate<Order> label = OrderFinder.labelled(call.params().text("label"));
    return json.orders(call.account().alive(asked(call).and(label)));
  }

  /** True if the recent store still has it. */
  private boolean isKept(Order order) {
    Duration kept = order.hasTraded() ? CLOSED_KEPT : UNFILLED_KEPT;
    return order.isAlive() || house.now().isBefore(order.changedAt().plus(kept));
  }

  private JsonNode state(Call call) {
    Order order = OrderFinder.byId(call.account(), call.params());
    if (!isKept(order)) {
      throw RpcError.of(ErrorCode.ORDER_NOT_FOUND);
    }
    return json.order(order);
  }

  private JsonNode byLabel(Call call) {
    Predicate<Order> label = OrderFinder.labelled(call.params().text("label"));
    return json.orders(
        call.account().orders().stream().filter(asked(call).and(label).and(this::isKept)).toList());
  }

  /** Closed orders, newest first. */
  private JsonNode history(Call call) {
    Params params = call.params();
    boolean old = params.flag("include_old", false) || params.flag("historical", false);
    boolean unfilled = params.flag("include_unfilled", false);
    Predicate<Order> wanted =
        asked(call)
            .and(order -> !order.isAlive())
            .and(order -> old || isKept(order))
            .and(order -> unfilled || order.hasTraded());
    return json.orders(
        call.account().orders().reversed().stream()
            .filter(wanted)
            .skip(params.optionalInteger("offset").orElse(0))
            .limit(MarketMethods.count(params))
            .toList());
  }

  private JsonNode ofOrder(Call call) {
    String id = call.params().text("order_id");
    return json.fills(
        call.account().fills().stream().filter(fill -> fill.order().id().equals(id)).toList());
  }

  private JsonNode trades(Call call) {
    Params params = call.params();
    Predicate<Fill> wanted = fill -> asked(call).test(fill.order()) && isRecent(fill, params);
    List<Fill> found = new ArrayList<>();
    call.account().fills().stream().filter(wanted).filter(inRange(params)).forEach(found::add);
    if (!params.optionalText("sorting").orElse("desc").equals("asc")) {
      found.sort(Comparator.comparing(Fill::at).reversed());
    }
    long count = MarketMethods.count(params);
    ObjectNode result = Json.object();
    result.set("trades", json.fills(found.stream().limit(count).toList()));
    return result.put("has_more", found.size() > count);
  }

  private boolean isRecent(Fill fill, Params params) {
    Instant oldest = house.now().minus(TRADES_KEPT);
    return params.flag("historical", false) || !fill.at().isBefore(oldest);
  }

  private static Predicate<Fill> inRange(Params params) {
    long from = params.optionalInteger("start_timestamp").orElse(Long.MIN_VALUE);
    long to = params.optionalInteger("end_timestamp").orElse(Long.MAX_VALUE);
    long first = params.optionalInteger("start_seq").orElse(Long.MIN_VALUE);
    long last = params.optionalInteger("end_seq").orElse(Long.MAX_VALUE);
    long firstId = params.optionalText("start_id").map(QueryMethods::number).orElse(Long.MIN_VALUE);
    long lastId = params.optionalText("end_id").map(QueryMethods::number).orElse(Long.MAX_VALUE);
    return fill -> {
      long at = fill.at().toEpochMilli();
      long id = number(fill.tradeId());
      return at >= from
          && at <= to
          && fill.sequence() >= first
          && fill.sequence() <= last
          && id >= firstId
          && id <= lastId;
    };
  }

  /** The counter inside an id such as {@code ETH-15}. */
  private static long number(String tradeId) {
    String digits = tradeId.substring(tradeId.lastIndexOf('-') + 1);
    if (!digits.matches("\\d{1,18}")) {
      throw RpcError.invalid("start_id", "wrong format");
    }
    return Long.parseLong(digits);
  }
}
