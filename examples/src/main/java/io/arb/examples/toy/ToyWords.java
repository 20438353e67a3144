package io.arb.examples.toy;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Rejection;
import io.arb.core.model.TimeInForce;
import io.arb.core.paper.Lifetime;
import io.arb.core.paper.Refusal;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenueOrder;
import io.arb.core.paper.VenueOrderRequest;
import java.util.Optional;

/** The one place that knows the venue's words and the model's. */
final class ToyWords {
  private ToyWords() {}

  static VenueOrderRequest request(OrderRequest order) {
    VenueOrderRequest request =
        VenueOrderRequest.limit(
                order.instrument(),
                order.side(),
                order.quantity(),
                order.limit(),
                lifetime(order.timeInForce()))
            .labelled(order.id().label());
    return order.reduceOnly() ? request.reducing() : request;
  }

  private static Lifetime lifetime(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case GOOD_TILL_CANCELLED -> Lifetime.GOOD_TILL_CANCELLED;
      case POST_ONLY -> Lifetime.POST_ONLY;
      case IMMEDIATE_OR_CANCEL -> Lifetime.IMMEDIATE_OR_CANCEL;
    };
  }

  static OrderUpdate update(VenueOrder order) {
    return new OrderUpdate(
        clientId(order.request().label()),
        order.id(),
        order.request().instrument(),
        order.request().side(),
        order.request().quantity(),
        order.filled(),
        order.limit(),
        order.status(),
        order.reason().name(),
        order.changedAt());
  }

  /** Both sides of a trade have its id: together with the side it is unique. */
  static Fill fill(VenueFill fill) {
    return new Fill(
        new FillId(fill.tradeId() + "/" + fill.side()),
        clientId(fill.label()),
        fill.instrument(),
        fill.side(),
        fill.price(),
        fill.quantity(),
        fill.fee(),
        fill.liquidity(),
        fill.at());
  }

  /** Empty for the label of a person or another program. */
  private static Optional<ClientOrderId> clientId(String label) {
    return ClientOrderId.isLabel(label)
        ? Optional.of(ClientOrderId.fromLabel(label))
        : Optional.empty();
  }

  static Rejection rejection(Refusal refusal) {
    return switch (refusal) {
      case UNKNOWN_INSTRUMENT, INSTRUMENT_INACTIVE -> Rejection.INSTRUMENT_CLOSED;
      case INVALID_QUANTITY -> Rejection.INVALID_QUANTITY;
      case INVALID_PRICE, PRICE_BEYOND_BAND -> Rejection.INVALID_PRICE;
      case INSUFFICIENT_MARGIN -> Rejection.INSUFFICIENT_MARGIN;
      case SELF_CROSS -> Rejection.SELF_CROSS;
      case POST_ONLY_CROSSES -> Rejection.WOULD_CROSS;
      case NO_LIQUIDITY, NOT_FILLED_IN_FULL -> Rejection.NO_LIQUIDITY;
      case EXPIRED -> Rejection.DROPPED;
      case POST_ONLY_NOT_LIMIT, REDUCE_ONLY_RESTS, REDUCE_ONLY_GROWS, TOO_MANY_OPEN_ORDERS ->
          Rejection.OTHER;
    };
  }
}
