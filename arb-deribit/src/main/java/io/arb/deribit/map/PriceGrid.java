package io.arb.deribit.map;

import io.arb.core.model.Side;
import io.arb.deribit.wire.WireInstrument.TickStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices at which an instrument trades. The tick in force at a price is the base tick, replaced
 * by that of the highest step strictly below the price. In the venue's price units. Immutable.
 * Source: Deribit API, tick_size_steps.
 */
public final class PriceGrid {
  /**
   * Prices with one tick.
   *
   * @param above prices of the part are higher
   * @param upTo highest price of the part, null if it has no end
   */
  private record Part(BigDecimal above, @Nullable BigDecimal upTo, BigDecimal tick) {
    boolean contains(BigDecimal price) {
      return price.compareTo(above) > 0 && (upTo == null || price.compareTo(upTo) <= 0);
    }

    Optional<BigDecimal> highestUpTo(BigDecimal price) {
      BigDecimal top = upTo == null ? price : price.min(upTo);
      return Optional.of(multiple(top, RoundingMode.FLOOR)).filter(this::contains);
    }

    Optional<BigDecimal> lowestFrom(BigDecimal price) {
      BigDecimal bottom = price.max(above);
      BigDecimal found = multiple(bottom, RoundingMode.CEILING);
      return Optional.of(found.compareTo(above) > 0 ? found : found.add(tick))
          .filter(this::contains);
    }

    private BigDecimal multiple(BigDecimal price, RoundingMode rounding) {
      return price.divide(tick, 0, rounding).multiply(tick);
    }
  }

  private final List<Part> parts = new ArrayList<>();

  /**
   * A grid.
   *
   * @param tick positive
   * @param steps in any order, ticks positive
   */
  public PriceGrid(BigDecimal tick, List<TickStep> steps) {
    requirePositive(tick);
    List<TickStep> sorted =
        steps.stream().sorted(Comparator.comparing(TickStep::abovePrice)).toList();
    BigDecimal above = BigDecimal.ZERO;
    BigDecimal inForce = tick;
    for (TickStep step : sorted) {
      requirePositive(step.tickSize());
      parts.add(new Part(above, step.abovePrice(), inForce));
      above = step.abovePrice();
      inForce = step.tickSize();
    }
    parts.add(new Part(above, null, inForce));
  }

  private static void requirePositive(BigDecimal tick) {
    if (tick.signum() <= 0) {
      throw new IllegalArgumentException("tick must be positive, got " + tick.toPlainString());
    }
  }

  /** The tick in force at a price. */
  public BigDecimal tickAt(BigDecimal price) {
    return parts.stream()
        .filter(part -> part.contains(price))
        .findFirst()
        .orElse(parts.getFirst())
        .tick();
  }

  /** Whether an order may have this price: positive and a multiple of the tick in force. */
  public boolean isValid(BigDecimal price) {
    return price.signum() > 0 && price.remainder(tickAt(price)).signum() == 0;
  }

  /**
   * The valid price next to {@code price} that is never worse for us: of a buy the highest that is
   * not above it, empty if there is none; of a sell the lowest that is not below it.
   */
  public Optional<BigDecimal> passive(BigDecimal price, Side side) {
    return switch (side) {
      case BUY ->
          parts.reversed().stream().flatMap(part -> part.highestUpTo(price).stream()).findFirst();
      case SELL -> parts.stream().flatMap(part -> part.lowestFrom(price).stream()).findFirst();
    };
  }
}
