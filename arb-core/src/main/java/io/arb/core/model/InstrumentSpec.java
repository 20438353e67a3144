package io.arb.core.model;

/**
 * The trading rules of one instrument, read live from its venue.
 *
 * @param tick prices are multiples of it
 * @param step quantities are multiples of it
 * @param active false when the venue lists it but does not trade it
 */
public record InstrumentSpec(
    Instrument instrument,
    Price tick,
    Quantity step,
    Quantity minQuantity,
    Quantity maxQuantity,
    FeeSchedule fees,
    boolean active) {
  public InstrumentSpec {
    if (tick.isZero()) {
      throw new IllegalArgumentException("tick must be positive, got " + tick);
    }
    if (!step.isPositive()) {
      throw new IllegalArgumentException("step must be positive, got " + step);
    }
  }

  /**
   * The largest order not above {@code wanted}: a multiple of step, at most the maximum; 0 if under
   * the minimum.
   */
  public Quantity orderable(Quantity wanted) {
    Quantity stepped = wanted.min(maxQuantity).downTo(step);
    return stepped.compareTo(minQuantity) < 0 ? Quantity.ZERO : stepped;
  }
}
