package io.arb.core.paper;

import io.arb.core.model.Price;
import java.util.List;
import java.util.Optional;

/** What became of an order that was sent to a paper venue. */
public sealed interface Placement {

  /**
   * The order exists.
   *
   * @param order its state after it traded what it could
   * @param fills its own side of these trades, in order
   */
  record Accepted(VenueOrder order, List<VenueFill> fills) implements Placement {
    public Accepted {
      fills = List.copyOf(fills);
    }
  }

  /**
   * The order does not exist and left no record.
   *
   * @param detail for people, names the value and what was expected
   * @param bound the price band's bound that was overstepped; only with PRICE_BEYOND_BAND
   */
  record Refused(Refusal reason, String detail, Optional<Price> bound) implements Placement {
    public Refused(Refusal reason, String detail) {
      this(reason, detail, Optional.empty());
    }
  }
}
