package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * The prices that orders may have: multiples of a tick that grows with the price. Source: Deribit
 * API, public/get_instrument, {@code tick_size} and {@code tick_size_steps}. Immutable.
 *
 * @param tick base tick, positive
 * @param steps sorted by price here, however they come
 */
record PriceGrid(BigDecimal tick, List<Step> steps) {
  /** Above this price, and not at it, another tick counts. */
  record Step(BigDecimal abovePrice, BigDecimal tick) {}

  PriceGrid {
    if (tick.signum() <= 0) {
      throw new IllegalArgumentException("tick must be positive, got " + tick);
    }
    steps = steps.stream().sorted(Comparator.comparing(Step::abovePrice)).toList();
  }

  /** A grid with one tick. */
  static PriceGrid flat(String tick) {
    return new PriceGrid(new BigDecimal(tick), List.of());
  }

  /** A grid whose tick changes once. */
  static PriceGrid stepped(String tick, String abovePrice, String higherTick) {
    return new PriceGrid(
        new BigDecimal(tick),
        List.of(new Step(new BigDecimal(abovePrice), new BigDecimal(higherTick))));
  }

  BigDecimal tickAt(BigDecimal price) {
    BigDecimal found = tick;
    for (Step step : steps) {
      if (price.compareTo(step.abovePrice()) > 0) {
        found = step.tick();
      }
    }
    return found;
  }

  /** True for a positive multiple of the tick. */
  boolean fits(BigDecimal price) {
    return price.signum() > 0 && price.remainder(tickAt(price)).signum() == 0;
  }

  /** The highest valid price not above {@code price}; 0 if there is none. */
  BigDecimal down(BigDecimal price) {
    return round(price, RoundingMode.FLOOR);
  }

  /** The lowest valid price not below {@code price}. */
  BigDecimal up(BigDecimal price) {
    BigDecimal found = round(price.max(tick), RoundingMode.CEILING);
    return fits(found) ? found : up(found); // rounding may have crossed into a wider tick
  }

  private BigDecimal round(BigDecimal price, RoundingMode mode) {
    BigDecimal unit = tickAt(price);
    return price.divide(unit, 0, mode).multiply(unit);
  }

  /** The next valid price above a valid one. */
  BigDecimal next(BigDecimal price) {
    return up(price.add(tickAt(price)));
  }

  /** The next valid price below a valid one; 0 if there is none. */
  BigDecimal previous(BigDecimal price) {
    return down(price.subtract(tickAt(price)).max(BigDecimal.ZERO));
  }
}
