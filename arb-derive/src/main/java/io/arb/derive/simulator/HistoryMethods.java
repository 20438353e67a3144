package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.FillFilter;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenueOrder;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Orders and trades by request; histories come newest first. Source: Derive API,
 * private/get_open_orders and its kin. Owned by the simulator's thread.
 */
final class HistoryMethods {
  private final House house;

  HistoryMethods(House house) {
    this.house = house;
  }

  void addTo(Map<String, Method> table) {
    table.put("private/get_open_orders", Method.of(Access.READ, this::openOrders));
    table.put("private/get_order", Method.of(Access.READ, this::order));
    if (!house.isV3()) {
      table.put("private/get_orders", Method.of(Access.READ, this::orders));
    }
    table.put("private/get_order_history", Method.of(Access.READ, this::orders));
    table.put("private/get_trade_history", Method.of(Access.READ, this::trades));
    table.put("private/get_trigger_orders", Method.of(Access.READ, this::triggerOrders));
  }

  private JsonNode openOrders(Call call) {
    ObjectNode result = Json.object().put("subaccount_id", call.subaccountId());
    result.set("orders", house.records().orders(house.venue().openOrders(call.account())));
    return result;
  }

  private JsonNode triggerOrders(Call call) {
    ObjectNode result = Json.object().put("subaccount_id", call.subaccountId());
    result.putArray("orders");
    return result;
  }

  private JsonNode order(Call call) {
    VenueOrderId id = Cancelling.orderId(call.params(), "order_id");
    return Cancelling.find(house, call.account(), id)
        .map(house.records()::order)
        .orElseThrow(() -> RpcError.of(ErrorCode.DOES_NOT_EXIST, "No order has id " + id));
  }

  private JsonNode orders(Call call) {
    Fields params = call.params();
    List<VenueOrder> rows =
        accounts(call)
            .flatMap(account -> house.venue().orderHistory(account).stream())
            .filter(wanted(params))
            .filter(order -> Pages.isWithin(params, order.createdAt()))
            .sorted(Comparator.comparing(VenueOrder::createdAt))
            .toList()
            .reversed();
    return owned(call, Pages.page(params, "orders", rows, house.records()::orders));
  }

  private static Predicate<VenueOrder> wanted(Fields params) {
    return order ->
        is(params, "instrument_name", Listing.name(order.request().instrument()))
            && is(params, "label", order.request().label())
            && is(params, "status", OrderRecords.status(order.status()));
  }

  private static boolean is(Fields params, String name, String value) {
    return params.optionalText(name).map(value::equals).orElse(true);
  }

  private JsonNode trades(Call call) {
    Fields params = call.params();
    List<VenueFill> rows =
        accounts(call)
            .flatMap(account -> house.venue().fills(account, FillFilter.ALL).stream())
            .filter(fill -> is(params, "instrument_name", Listing.name(fill.instrument())))
            .filter(fill -> is(params, "order_id", fill.order().value()))
            .filter(fill -> params.optionalText("quote_id").isEmpty())
            .filter(fill -> Pages.isWithin(params, fill.at()))
            .sorted(Comparator.comparing(VenueFill::at))
            .toList()
            .reversed();
    return owned(call, Pages.page(params, "trades", rows, house.records()::fills));
  }

  private static ObjectNode owned(Call call, ObjectNode page) {
    return page.put("subaccount_id", call.subaccountId());
  }

  /** The subaccount of the request, or all that the key covers. */
  private static Stream<AccountId> accounts(Call call) {
    return call.subaccountId() == 0
        ? call.caller().subaccounts().stream().map(Registry::account)
        : Stream.of(call.account());
  }
}
