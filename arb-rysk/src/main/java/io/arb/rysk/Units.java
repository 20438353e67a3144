package io.arb.rysk;

import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The one place that knows both the scaled integers of the wire and the exact decimals of the
 * domain. Nothing is ever rounded: a value that does not fit throws.
 */
final class Units {
  private static final int STRIKE_DECIMALS = 8;
  private static final int PRICE_DECIMALS = 18;
  private static final int QUANTITY_DECIMALS = 18;

  /** Decimals of the stablecoins in which premiums are paid, on every chain of Rysk. */
  static final int PREMIUM_DECIMALS = 6;

  private Units() {}

  static Price strike(BigInteger scaled) {
    return new Price(new BigDecimal(scaled, STRIKE_DECIMALS));
  }

  /** The strike of a position, which the venue scales like a price. */
  static Price positionStrike(BigInteger scaled) {
    return price(scaled);
  }

  static Price price(BigInteger scaled) {
    return new Price(new BigDecimal(scaled, PRICE_DECIMALS));
  }

  static Quantity quantity(BigInteger scaled) {
    return new Quantity(new BigDecimal(scaled, QUANTITY_DECIMALS));
  }

  /** An amount of a premium token. */
  static Money premiumMoney(BigInteger smallestUnits) {
    return new Money(new BigDecimal(smallestUnits, PREMIUM_DECIMALS));
  }

  /** USD per unit times 10^18; exact, as a price has at most 18 decimals. */
  static BigInteger scaled(Price price) {
    return price.usd().movePointRight(PRICE_DECIMALS).toBigIntegerExact();
  }

  /** Units times 10^18; exact, as a quantity has at most 18 decimals. */
  static BigInteger scaled(Quantity quantity) {
    return quantity.units().movePointRight(QUANTITY_DECIMALS).toBigIntegerExact();
  }

  /** Whether a strike can be carried by the wire, which has 8 decimals. */
  static boolean isWireStrike(BigDecimal strike) {
    return strike.stripTrailingZeros().scale() <= STRIKE_DECIMALS;
  }
}
