package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Side;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code private/buy}, {@code sell}, {@code edit} and {@code close_position}: checks, the speed
 * bump, the book, the answer. Owned by the simulator's thread.
 */
final class OrderMethods {
  private final House house;
  private final StateThread thread;
  private final OrderDesk desk;
  private final Reporter reporter;
  private final OrderJson json;
  private final Map<Order, Call> waitingEdits = new HashMap<>();

  OrderMethods(House house, StateThread thread, OrderDesk desk, Reporter reporter) {
    this.house = house;
    this.thread = thread;
    this.desk = desk;
    this.reporter = reporter;
    this.json = new OrderJson(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("private/buy", Method.matching(call -> order(call, Side.BUY)));
    table.put("private/sell", Method.matching(call -> order(call, Side.SELL)));
    table.put(
        "private/edit",
        Method.matching(call -> edit(call, OrderFinder.byId(call.account(), call.params()))));
    table.put(
        "private/edit_by_label",
        Method.matching(
            call ->
                edit(
                    call,
                    OrderFinder.onlyByLabel(call.account(), call.params(), house.listing()))));
    table.put("private/close_position", Method.matching(this::close));
  }

  private void order(Call call, Side side) {
    enter(call, OrderForm.read(call.params(), side, house.listing()));
  }

  private void enter(Call call, OrderForm form) {
    Order order =
        desk.admit(call.account(), form, call.session().isSocket() ? call.session().id() : 0);
    SpeedBump bump = house.config().speedBump();
    if (!bump.holds(form.product()) || !desk.isAggressive(order)) {
      call.answer(done(order, desk.match(order)));
      return;
    }
    order.bump();
    if (bump.isShown()) {
      call.answer(done(order, List.of()));
    }
    thread.postAfter(bump.delay(), () -> release(call, order));
  }

  private void release(Call call, Order order) {
    List<Fill> fills = order.isAlive() ? desk.match(order) : List.of();
    if (!house.config().speedBump().isShown()) {
      call.answer(done(order, fills));
    }
    reporter.flush();
  }

  private ObjectNode done(Order order, List<Fill> fills) {
    ObjectNode result = Json.object();
    result.set("order", json.order(order));
    result.set("trades", json.fills(fills));
    return result;
  }

  /** Parameters that an edit leaves out keep their value. */
  private void edit(Call call, Order order) {
    Params params = call.params();
    if (params.has("mmp")) {
      throw RpcError.invalid("mmp", "editing mmp flag is not supported");
    }
    OrderForm old = order.form();
    OrderForm form =
        desk.checkEdit(
            order,
            old.edited(
                OrderForm.amount(params, order.product()).orElseGet(order::amount),
                params.optionalDecimal("price").orElseGet(order::price),
                params.flag("post_only", old.postOnly()),
                params.flag("reject_post_only", old.rejectsPostOnly()),
                params.flag("reduce_only", old.reduceOnly()),
                params.optionalInteger("valid_until")));
    Optional.ofNullable(waitingEdits.remove(order))
        .ifPresent(overtaken -> overtaken.refuse(RpcError.of(ErrorCode.REPLACED)));
    SpeedBump bump = house.config().speedBump();
    if (bump.holds(order.product()) && desk.isAggressive(form)) {
      waitingEdits.put(order, call);
      thread.postAfter(bump.delay(), () -> releaseEdit(call, order, form));
    } else {
      call.answer(done(order, desk.edit(order, form)));
    }
  }

  private void releaseEdit(Call call, Order order, OrderForm form) {
    if (!waitingEdits.remove(order, call)) {
      return; // overtaken meanwhile
    }
    boolean fits = order.isAlive() && form.amount().compareTo(order.filled()) > 0;
    if (fits) {
      call.answer(done(order, desk.edit(order, form)));
    } else {
      call.refuse(RpcError.of(ErrorCode.NOT_OPEN_ORDER));
    }
    reporter.flush();
  }

  private void close(Call call) {
    Params params = call.params();
    Product product = house.listing().require(params.text("instrument_name"));
    BigDecimal size = call.account().position(product).size();
    if (size.signum() == 0) {
      throw RpcError.of(ErrorCode.OTHER_REJECT, "invalid_reduce_only_order");
    }
    boolean market = params.text("type").equals("market");
    enter(
        call,
        new OrderForm(
            product,
            size.signum() > 0 ? Side.SELL : Side.BUY,
            size.abs(),
            market ? Optional.empty() : Optional.of(params.decimal("price")),
            market ? OrderType.MARKET : OrderType.LIMIT,
            Lifetime.GOOD_TIL_CANCELLED,
            false,
            false,
            true,
            "",
            OptionalLong.empty()));
  }
}
