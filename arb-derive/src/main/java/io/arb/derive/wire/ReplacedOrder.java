package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import java.util.Optional;

/**
 * The result of a replace: the old order was cancelled, and the new one was created or refused.
 * Source: Derive API, private/replace.
 */
public sealed interface ReplacedOrder {
  WireOrder cancelledOrder();

  /** Both steps succeeded. */
  record Created(WireOrder cancelledOrder, PlacedOrder placed) implements ReplacedOrder {}

  /** The old order is gone, and no new one rests. */
  record NotCreated(WireOrder cancelledOrder, DeriveError createOrderError)
      implements ReplacedOrder {}

  /**
   * Reads a result.
   *
   * @throws WireFormatException if it holds neither a new order nor an error
   */
  static ReplacedOrder of(JsonNode result) {
    Fields fields = Fields.of(result, "private/replace");
    WireOrder cancelled = WireOrder.of(fields.object("cancelled_order"));
    Optional<Fields> error = fields.optionalObject("create_order_error");
    return error.isPresent()
        ? new NotCreated(cancelled, DeriveError.of(error.get().node()))
        : new Created(cancelled, PlacedOrder.of(result));
  }
}
