package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All that ends orders. Owned by the simulator's thread. */
final class CancelMethods {
  private static final String BY_USER = "user_request";

  private final House house;
  private final OrderDesk desk;
  private final OrderJson json;

  CancelMethods(House house, OrderDesk desk) {
    this.house = house;
    this.desk = desk;
    this.json = new OrderJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("private/cancel", Method.matching(this::cancel));
    table.put(
        "private/cancel_by_label",
        Method.matching(call -> all(call, OrderFinder.labelled(call.params().text("label")))));
    table.put("private/cancel_all", Method.matching(call -> all(call, order -> true)));
    table.put(
        "private/cancel_all_by_instrument",
        Method.matching(call -> needing(call, "instrument_name")));
    table.put("private/cancel_all_by_currency", Method.matching(call -> needing(call, "currency")));
    table.put(
        "private/cancel_all_by_kind_or_type", Method.matching(call -> needing(call, "currency")));
  }

  private void cancel(Call call) {
    house.platform().requireRunning(house.now());
    Order order = OrderFinder.byId(call.account(), call.params());
    if (!desk.cancel(order, BY_USER)) {
      throw RpcError.of(ErrorCode.NOT_OPEN_ORDER);
    }
    call.answer(json.order(order));
  }

  private void needing(Call call, String param) {
    if (!call.params().has(param)) {
      throw RpcError.required(param);
    }
    all(call, order -> true);
  }

  /** Answers how many there were. */
  private void all(Call call, Predicate<Order> wanted) {
    house.platform().requireRunning(house.now());
    Predicate<Order> asked = OrderFinder.asked(call.params(), house.listing());
    List<Order> orders = call.account().alive(wanted.and(asked));
    orders.forEach(order -> desk.cancel(order, BY_USER));
    JsonNode count = IntNode.valueOf(orders.size());
    call.answer(count);
  }
}
