package io.arb.core.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A signed amount of USD: premium, fee, profit. Positive is received, negative is paid, unless the
 * name of the field says otherwise (a fee is a positive amount that was paid). Exact, at most 36
 * decimals, so that a price times a quantity never rounds.
 */
public record Money(BigDecimal usd) implements Comparable<Money> {
  public static final int MAX_SCALE = 36;
  public static final Money ZERO = new Money(BigDecimal.ZERO);

  public Money {
    usd = Decimals.normalise("Money", usd, MAX_SCALE);
  }

  public static Money of(String text) {
    return new Money(Decimals.parse("Money", text));
  }

  public Money plus(Money other) {
    return new Money(usd.add(other.usd));
  }

  public Money minus(Money other) {
    return new Money(usd.subtract(other.usd));
  }

  public Money negate() {
    return new Money(usd.negate());
  }

  /** This amount times a plain factor, rounded half even at 36 decimals. */
  public Money times(BigDecimal factor) {
    return new Money(usd.multiply(factor).setScale(MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  /** This amount spread over {@code quantity}, rounded half even at 18 decimals. */
  public Price per(Quantity quantity) {
    return new Price(usd.divide(quantity.units(), Price.MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isNegative() {
    return usd.signum() < 0;
  }

  @Override
  public int compareTo(Money other) {
    return usd.compareTo(other.usd);
  }

  @Override
  public String toString() {
    return usd.toPlainString();
  }
}
