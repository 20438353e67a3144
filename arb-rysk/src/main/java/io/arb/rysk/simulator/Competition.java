package io.arb.rysk.simulator;

import io.arb.core.model.Price;
import java.math.BigDecimal;
import java.util.List;

/**
 * The other makers.
 *
 * @param makers how many answer each request; 0 to 20
 * @param aggressiveness the part of the fair value, less the fee, that a maker will bid at most: 1
 *     leaves it no edge; 0 to 2
 * @param noise how far each maker's view of the fair value may be off, as a fraction; 0 to 1
 * @param fixed if not empty, one maker for each price bids it at once and never again, whatever the
 *     fields above say
 */
public record Competition(
    int makers, BigDecimal aggressiveness, BigDecimal noise, List<Price> fixed) {
  static final int MAX_MAKERS = 20;

  public Competition {
    fixed = List.copyOf(fixed);
    if (makers < 0 || makers > MAX_MAKERS || fixed.size() > MAX_MAKERS) {
      throw new IllegalArgumentException(
          "makers must be from 0 to " + MAX_MAKERS + ", got " + Math.max(makers, fixed.size()));
    }
    requireRange("aggressiveness", aggressiveness, 2);
    requireRange("noise", noise, 1);
  }

  /** Two makers who want 4 % of the fair value as their edge and differ by 3 %. */
  public static Competition standard() {
    return of(2, "0.96", "0.03");
  }

  public static Competition none() {
    return of(0, "1", "0");
  }

  public static Competition of(int makers, String aggressiveness, String noise) {
    return new Competition(
        makers, new BigDecimal(aggressiveness), new BigDecimal(noise), List.of());
  }

  /** One maker for each price, given in USD per unit. */
  public static Competition fixed(String... prices) {
    return new Competition(
        0, BigDecimal.ONE, BigDecimal.ZERO, List.of(prices).stream().map(Price::of).toList());
  }

  private static void requireRange(String field, BigDecimal value, int max) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw new IllegalArgumentException(field + " must be from 0 to " + max + ", got " + value);
    }
  }
}
