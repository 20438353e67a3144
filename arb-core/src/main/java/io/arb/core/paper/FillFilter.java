package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which fills are wanted; an empty field matches all.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record FillFilter(
    Optional<Instrument> instrument,
    Optional<VenueOrderId> order,
    Optional<Instant> from,
    Optional<Instant> to) {
  public static final FillFilter ALL =
      new FillFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The fills of one order. */
  public static FillFilter ofOrder(VenueOrderId order) {
    return new FillFilter(Optional.empty(), Optional.of(order), Optional.empty(), Optional.empty());
  }

  boolean matches(VenueFill fill) {
    return instrument.map(fill.instrument()::equals).orElse(true)
        && order.map(fill.order()::equals).orElse(true)
        && from.map(start -> !fill.at().isBefore(start)).orElse(true)
        && to.map(end -> fill.at().isBefore(end)).orElse(true);
  }
}
