package io.arb.core.paper;

import io.arb.core.model.Price;
import io.arb.core.model.Side;

/**
 * How far orders may trade away from the mark.
 *
 * @param min the lowest price at which a sell may take
 * @param max the highest price at which a buy may take
 */
public record PriceBand(Price min, Price max) {
  /** The bound that matters for an incoming order of {@code side}. */
  public Price bound(Side side) {
    return side == Side.BUY ? max : min;
  }

  /** True if an incoming order of {@code side} with this limit could trade beyond the band. */
  boolean isBeyond(Side side, Price limit) {
    return side == Side.BUY ? limit.compareTo(max) > 0 : limit.compareTo(min) < 0;
  }

  /** The limit, moved inside the band. */
  Price clamp(Side side, Price limit) {
    return side == Side.BUY ? limit.min(max) : limit.max(min);
  }
}
