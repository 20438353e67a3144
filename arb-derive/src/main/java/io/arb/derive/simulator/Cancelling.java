package io.arb.derive.simulator;

import io.arb.core.model.OrderStatus;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.VenueOrder;
import io.arb.core.wire.Fields;
import java.util.Optional;

/** What the exchange says of an order that cannot be cancelled. */
final class Cancelling {
  private Cancelling() {}

  static VenueOrderId orderId(Fields params, String name) {
    String text = params.text(name);
    if (text.isBlank()) {
      throw params.wrong(name, "the id of an order");
    }
    return new VenueOrderId(text);
  }

  /** The order, if it belongs to the account; open or not. */
  static Optional<VenueOrder> find(House house, AccountId account, VenueOrderId id) {
    return house.venue().order(id).filter(order -> order.account().equals(account));
  }

  static RpcError notOpen(House house, AccountId account, VenueOrderId id) {
    OrderStatus status = find(house, account, id).map(VenueOrder::status).orElse(OrderStatus.OPEN);
    return switch (status) {
      case OPEN ->
          RpcError.of(ErrorCode.DOES_NOT_EXIST, "Open order with id: " + id + " does not exist.");
      case FILLED -> RpcError.of(ErrorCode.ALREADY_FILLED);
      case CANCELLED -> RpcError.of(ErrorCode.ALREADY_CANCELLED);
      case EXPIRED -> RpcError.of(ErrorCode.ALREADY_EXPIRED);
    };
  }
}
