package io.arb.core.hedge;

import io.arb.core.model.Fill;
import io.arb.core.model.OrderPurpose;
import java.util.Optional;

/**
 * A fill seen for the first time; it changes the portfolio. Immutable.
 *
 * @param purpose what our order was for; empty for a fill of an order that is not in our book: a
 *     person's, another program's, or one forced by the venue
 */
public record BookedFill(Fill fill, Optional<OrderPurpose> purpose) {
  public boolean isForeign() {
    return purpose.isEmpty();
  }
}
