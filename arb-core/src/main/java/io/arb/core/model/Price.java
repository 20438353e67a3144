package io.arb.core.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * USD for one unit of the underlying: an option premium, a perpetual's price, a strike, an index.
 * Never negative, at most 18 decimals. 10 and 10.0 are the same price.
 */
public record Price(BigDecimal usd) implements Comparable<Price> {
  public static final int MAX_SCALE = 18;
  public static final Price ZERO = new Price(BigDecimal.ZERO);

  public Price {
    usd = Decimals.normalise("Price", usd, MAX_SCALE);
    if (usd.signum() < 0) {
      throw new IllegalArgumentException("Price must not be negative, got " + usd.toPlainString());
    }
  }

  public static Price of(String text) {
    return new Price(Decimals.parse("Price", text));
  }

  /** What {@code quantity} costs at this price; signed like the quantity. */
  public Money times(Quantity quantity) {
    return new Money(usd.multiply(quantity.units()));
  }

  /**
   * This price moved by a fraction of itself, rounded half even at 18 decimals.
   *
   * @param bps basis points, may be negative; below -10000 the price would be negative and is
   *     refused
   */
  public Price movedBps(BigDecimal bps) {
    BigDecimal factor = BigDecimal.ONE.add(bps.movePointLeft(4));
    return new Price(usd.multiply(factor).setScale(MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  /** This price plus an amount of USD per unit, never below zero. */
  public Price plusClamped(BigDecimal usdPerUnit) {
    return new Price(usd.add(usdPerUnit).max(BigDecimal.ZERO));
  }

  /** The highest multiple of {@code tick} that is not above this price. */
  public Price floorTo(Price tick) {
    return new Price(Decimals.toMultiple(usd, tick.usd, RoundingMode.FLOOR));
  }

  /** The lowest multiple of {@code tick} that is not below this price. */
  public Price ceilTo(Price tick) {
    return new Price(Decimals.toMultiple(usd, tick.usd, RoundingMode.CEILING));
  }

  /** Rounds so that an order is never more aggressive than asked: a buy down, a sell up. */
  public Price passiveTo(Price tick, Side side) {
    return switch (side) {
      case BUY -> floorTo(tick);
      case SELL -> ceilTo(tick);
    };
  }

  public Price min(Price other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Price max(Price other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isZero() {
    return usd.signum() == 0;
  }

  @Override
  public int compareTo(Price other) {
    return usd.compareTo(other.usd);
  }

  @Override
  public String toString() {
    return usd.toPlainString();
  }
}
