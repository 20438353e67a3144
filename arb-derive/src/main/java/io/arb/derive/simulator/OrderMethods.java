package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.Placement;
import io.arb.core.paper.Placement.Accepted;
import io.arb.core.paper.Placement.Refused;
import io.arb.core.paper.Replacement;
import io.arb.core.paper.VenueOrder;
import io.arb.core.paper.VenueOrderRequest;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.derive.simulator.Method.Budget;
import java.util.Map;
import java.util.Optional;

/**
 * {@code private/order} and {@code private/replace}: checks, the speed bump, the engine, and a
 * reply that leaves before any notification. Owned by the simulator's thread.
 */
final class OrderMethods {
  private static final String EXPECTED = "expected_filled_amount";

  private final House house;
  private final StateThread thread;
  private final OrderChecks checks;

  OrderMethods(House house, StateThread thread) {
    this.house = house;
    this.thread = thread;
    this.checks = new OrderChecks(house);
  }

  void addTo(Map<String, Method> table) {
    table.put(
        "private/order", new Method(Access.TRADE, Budget.MATCHING, true, this::shape, this::order));
    table.put(
        "private/replace",
        new Method(Access.TRADE, Budget.MATCHING, true, this::replaceShape, this::replace));
  }

  private void shape(Fields params) {
    var unused = OrderForm.read(params, house.nonces());
  }

  private void replaceShape(Fields params) {
    shape(params);
    if (params.has("order_id_to_cancel") == params.has("nonce_to_cancel")) {
      throw RpcError.invalid("exactly one of order_id_to_cancel, nonce_to_cancel is needed");
    }
    if (params
        .optionalDecimal(EXPECTED)
        .map(value -> value.scale() > Quantity.MAX_SCALE)
        .orElse(false)) {
      throw params.wrong(EXPECTED, "a number of at most 18 decimals");
    }
  }

  private void order(Call call) {
    OrderForm form = OrderForm.read(call.params(), house.nonces());
    Instrument instrument = checks.check(form, call.caller());
    house.nonces().use(form.subaccountId(), form.nonce());
    Runnable engine = () -> reportingRefusal(call, form, () -> place(call, form, instrument));
    if (!house.config().speedBump().isZero() && checks.crosses(form, instrument)) {
      thread.postAfter(house.config().speedBump(), engine);
    } else {
      engine.run();
    }
  }

  private void reportingRefusal(Call call, OrderForm form, Runnable engine) {
    try {
      engine.run();
    } catch (RpcError e) {
      house.nonces().giveBack(form.subaccountId(), form.nonce());
      call.refuse(e);
    }
  }

  private void place(Call call, OrderForm form, Instrument instrument) {
    VenueOrderRequest request = cutShort(form, form.request(instrument));
    house
        .venue()
        .answering(
            () -> {
              admit(form, request);
              return remembered(house.venue().place(call.account(), request), form);
            },
            placement -> thread.post(() -> placed(call, form, placement)));
  }

  /** The engine's own rules that come before the book: capacity, margin, lateness. */
  private void admit(OrderForm form, VenueOrderRequest request) {
    if (house.nonces().isBurned(form.subaccountId(), form.nonce())) {
      throw RpcError.of(ErrorCode.NONCE_USED);
    }
    AccountId account = Registry.account(form.subaccountId());
    Optional<Refused> refused = house.venue().check(account, request);
    if (refused.isPresent()) {
      throw OrderChecks.error(refused.get(), form);
    }
    late(form);
    if (form.lifetime().isPostOnly() && house.faults().takeRefusedPostOnly(form.label())) {
      throw RpcError.of(ErrorCode.POST_ONLY_CROSSES);
    }
  }

  private void late(OrderForm form) {
    long now = house.now().toEpochMilli();
    if (form.rejectTimestamp().isPresent() && now > form.rejectTimestamp().getAsLong()) {
      throw RpcError.of(ErrorCode.LATE);
    }
  }

  private VenueOrderRequest cutShort(OrderForm form, VenueOrderRequest request) {
    Optional<Quantity> most =
        form.isImmediate() ? house.faults().takePartialFill() : Optional.empty();
    return most.map(request.quantity()::min).map(cut -> withQuantity(request, cut)).orElse(request);
  }

  private static VenueOrderRequest withQuantity(VenueOrderRequest request, Quantity quantity) {
    return new VenueOrderRequest(
        request.instrument(),
        request.side(),
        quantity,
        request.limit(),
        request.kind(),
        request.lifetime(),
        request.reduceOnly(),
        request.label(),
        request.expiry());
  }

  private void placed(Call call, OrderForm form, Placement placement) {
    switch (placement) {
      case Accepted accepted -> call.answer(accepted(accepted));
      case Refused refused -> {
        house.nonces().giveBack(form.subaccountId(), form.nonce());
        call.refuse(OrderChecks.error(refused, form));
      }
    }
  }

  /** In the same step, so that a cancel by nonce that follows at once finds the order. */
  private Placement remembered(Placement placement, OrderForm form) {
    if (placement instanceof Accepted accepted) {
      house.records().remember(accepted.order().id(), form);
    }
    return placement;
  }

  private ObjectNode accepted(Accepted accepted) {
    ObjectNode result = Json.object();
    result.set("order", house.records().order(accepted.order()));
    result.set("trades", house.records().fills(accepted.fills()));
    return result;
  }

  private void replace(Call call) {
    OrderForm form = OrderForm.read(call.params(), house.nonces());
    Instrument instrument = checks.check(form, call.caller());
    late(form);
    VenueOrderId target = target(call);
    Optional<Quantity> expected = call.params().optionalDecimal(EXPECTED).map(Quantity::new);
    house.nonces().use(form.subaccountId(), form.nonce());
    house
        .venue()
        .answering(
            () -> {
              Replacement done =
                  house.venue().replace(call.account(), target, expected, form.request(instrument));
              if (done instanceof Replacement.Replaced replaced) {
                var unused = remembered(replaced.creation(), form);
              }
              return done;
            },
            replacement -> thread.post(() -> replaced(call, form, target, replacement)));
  }

  private VenueOrderId target(Call call) {
    Fields params = call.params();
    if (params.has("order_id_to_cancel")) {
      return Cancelling.orderId(params, "order_id_to_cancel");
    }
    var nonce = house.nonces().readAnyForm(params, "nonce_to_cancel");
    return house.venue().orderHistory(call.account()).stream()
        .filter(order -> house.records().hasNonce(order, nonce))
        .map(VenueOrder::id)
        .findFirst()
        .orElseThrow(() -> RpcError.of(ErrorCode.DOES_NOT_EXIST, "No order has nonce " + nonce));
  }

  private void replaced(Call call, OrderForm form, VenueOrderId target, Replacement replacement) {
    switch (replacement) {
      case Replacement.NotOpen notOpen -> {
        house.nonces().giveBack(form.subaccountId(), form.nonce());
        call.refuse(Cancelling.notOpen(house, call.account(), target));
      }
      case Replacement.FilledDiffers differs -> {
        house.nonces().giveBack(form.subaccountId(), form.nonce());
        call.refuse(RpcError.of(ErrorCode.FILLED_DIFFERS));
      }
      case Replacement.Replaced done -> call.answer(replaced(done, form));
    }
  }

  private ObjectNode replaced(Replacement.Replaced done, OrderForm form) {
    ObjectNode result = Json.object();
    result.set("cancelled_order", house.records().order(done.cancelled()));
    switch (done.creation()) {
      case Accepted accepted -> {
        result.setAll(accepted(accepted));
        result.putNull("create_order_error");
      }
      case Refused refused -> {
        house.nonces().giveBack(form.subaccountId(), form.nonce());
        result.putNull("order");
        result.putNull("trades");
        result.set("create_order_error", OrderChecks.error(refused, form).json());
      }
    }
    return result;
  }
}
