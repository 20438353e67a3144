package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.EndReason;
import io.arb.core.paper.VenueOrder;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.derive.simulator.Method.Budget;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every way to cancel. Each is one step of the venue, and its reply leaves before the
 * notifications. Source: Derive API, private/cancel and its kin. Owned by the simulator's thread.
 */
final class CancelMethods {
  private final House house;
  private final StateThread thread;

  CancelMethods(House house, StateThread thread) {
    this.house = house;
    this.thread = thread;
  }

  void addTo(Map<String, Method> table) {
    table.put("private/cancel", method(Budget.MATCHING, this::cancel));
    table.put("private/cancel_by_nonce", method(Budget.MATCHING, this::cancelByNonce));
    table.put("private/cancel_by_label", method(Budget.MATCHING, this::cancelByLabel));
    table.put("private/cancel_by_instrument", method(Budget.MATCHING, this::cancelByInstrument));
    table.put("private/cancel_all", method(Budget.CANCEL_ALL, this::cancelAll));
  }

  private static Method method(Budget budget, Consumer<Call> handler) {
    Consumer<Fields> shape = params -> {};
    return new Method(Access.CANCEL, budget, true, shape, handler);
  }

  /** Runs an operation as one step of the venue and answers what it did. */
  private <T> void step(Call call, Supplier<T> operation, Function<T, JsonNode> result) {
    house
        .venue()
        .answering(operation, outcome -> thread.post(() -> call.answer(result.apply(outcome))));
  }

  private void cancel(Call call) {
    Instrument instrument = house.listing().require(call.params().text("instrument_name"));
    VenueOrderId id = Cancelling.orderId(call.params(), "order_id");
    step(call, () -> cancelled(call, instrument, id), house.records()::order);
  }

  private VenueOrder cancelled(Call call, Instrument instrument, VenueOrderId id) {
    return Cancelling.find(house, call.account(), id)
        .filter(order -> order.request().instrument().equals(instrument))
        .flatMap(order -> house.venue().cancel(call.account(), id, EndReason.USER_REQUEST))
        .orElseThrow(() -> Cancelling.notOpen(house, call.account(), id));
  }

  private void cancelByNonce(Call call) {
    Instrument instrument = house.listing().require(call.params().text("instrument_name"));
    BigInteger nonce = house.nonces().readAnyForm(call.params(), "nonce");
    step(
        call,
        () -> {
          house.nonces().burn(call.subaccountId(), nonce);
          return house.venue().openOrders(call.account()).stream()
              .filter(order -> order.request().instrument().equals(instrument))
              .filter(order -> house.records().hasNonce(order, nonce))
              .map(VenueOrder::id)
              .findFirst()
              .flatMap(id -> house.venue().cancel(call.account(), id, EndReason.USER_REQUEST))
              .stream()
              .toList();
        },
        CancelMethods::count);
  }

  private void cancelByLabel(Call call) {
    String label = call.params().text("label");
    Optional<Instrument> instrument =
        call.params().optionalText("instrument_name").map(house.listing()::require);
    boolean inBackground = house.isV3() && instrument.isEmpty();
    step(
        call,
        () -> house.venue().cancelByLabel(call.account(), label, instrument),
        cancelled -> inBackground ? count(-1) : count(cancelled));
  }

  private void cancelByInstrument(Call call) {
    Instrument instrument = house.listing().require(call.params().text("instrument_name"));
    step(
        call,
        () -> house.venue().cancelByInstrument(call.account(), instrument),
        CancelMethods::count);
  }

  private void cancelAll(Call call) {
    step(
        call,
        () -> house.venue().cancelAll(call.account(), EndReason.USER_REQUEST),
        cancelled -> TextNode.valueOf("ok"));
  }

  private static JsonNode count(List<VenueOrder> cancelled) {
    return count(cancelled.size());
  }

  private static JsonNode count(int cancelled) {
    return Json.object().put("cancelled_orders", cancelled);
  }
}
