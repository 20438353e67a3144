package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What an account holds of one product. Averages are exact over worths, so the average price of an
 * inverse future is the harmonic one: total USD by total coins. Immutable.
 *
 * @param size signed, amount units
 * @param basis worth of {@code size} at the average entry price
 * @param sessionBasis the same, but re-set to the mark at each daily settlement
 * @param realized profit of the session in the settlement currency, fees of futures taken off
 */
record Position(BigDecimal size, BigDecimal basis, BigDecimal sessionBasis, BigDecimal realized) {
  static final Position FLAT =
      new Position(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /**
   * A trade's consequences.
   *
   * @param profit of what was closed, against the average price
   * @param sessionProfit of what was closed, against the session's basis
   */
  record Traded(Position after, BigDecimal profit, BigDecimal sessionProfit) {}

  boolean isFlat() {
    return size.signum() == 0;
  }

  /** Adds a signed amount; {@code product} says how worth goes with the price. */
  Traded trade(Product product, BigDecimal amount, BigDecimal price) {
    boolean grows = size.signum() * amount.signum() >= 0;
    BigDecimal closed =
        grows
            ? BigDecimal.ZERO
            : size.signum() > 0 ? size.min(amount.negate()) : size.max(amount.negate());
    BigDecimal opened = amount.add(closed);
    BigDecimal released = share(basis, closed);
    BigDecimal sessionReleased = share(sessionBasis, closed);
    BigDecimal proceeds = closed.signum() == 0 ? BigDecimal.ZERO : product.worth(closed, price);
    BigDecimal entered = opened.signum() == 0 ? BigDecimal.ZERO : product.worth(opened, price);
    Position after =
        new Position(
            size.add(amount),
            basis.subtract(released).add(entered),
            sessionBasis.subtract(sessionReleased).add(entered),
            realized);
    return new Traded(after, proceeds.subtract(released), proceeds.subtract(sessionReleased));
  }

  private BigDecimal share(BigDecimal of, BigDecimal closed) {
    if (closed.signum() == 0 || closed.compareTo(size) == 0) {
      return closed.signum() == 0 ? BigDecimal.ZERO : of;
    }
    return of.multiply(closed).divide(size, MathContext.DECIMAL128);
  }

  Position plusRealized(BigDecimal amount) {
    return new Position(size, basis, sessionBasis, realized.add(amount));
  }

  /** The same position at the start of a session with this mark. */
  Position resettled(Product product, BigDecimal mark) {
    BigDecimal now = isFlat() ? BigDecimal.ZERO : product.worth(size, mark);
    return new Position(size, basis, now, BigDecimal.ZERO);
  }

  /** Entry price of what is held; 0 when flat. */
  BigDecimal averagePrice(Product product) {
    return isFlat() ? BigDecimal.ZERO : product.priceOf(size, basis);
  }

  /** Open profit since the session began, at a mark. */
  BigDecimal sessionOpenProfit(Product product, BigDecimal mark) {
    return isFlat() ? BigDecimal.ZERO : product.worth(size, mark).subtract(sessionBasis);
  }

  /** Open profit against the average entry, at a mark. */
  BigDecimal openProfit(Product product, BigDecimal mark) {
    return isFlat() ? BigDecimal.ZERO : product.worth(size, mark).subtract(basis);
  }
}
