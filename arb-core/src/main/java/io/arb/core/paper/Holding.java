package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A position and what it has cost so far. Immutable.
 *
 * <p>No rounding loses money: what leaves {@code quote} when a position shrinks is exactly what
 * enters the profit.
 *
 * @param quantity signed
 * @param quote what was paid (negative) or received for what is still held
 */
record Holding(Quantity quantity, Money quote, Money realizedPnl, Money fees) {
  static final Holding NONE = new Holding(Quantity.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
  private static final int QUOTE_SCALE = 18;

  /**
   * What a trade leaves behind.
   *
   * @param realizedPnl of the part that closed
   */
  record Traded(Holding holding, Money realizedPnl) {}

  /** Adds a trade of {@code signed} units (bought is positive). */
  Traded trade(Quantity signed, Price price, Money fee) {
    boolean grows = quantity.units().signum() * signed.units().signum() >= 0;
    Quantity closing = grows ? Quantity.ZERO : signed.abs().min(quantity.abs());
    Quantity closingSigned = signed.isNegative() ? closing.negate() : closing;
    Money released = released(closing);
    Money realized = released.minus(price.times(closingSigned));
    Money opened = price.times(signed.minus(closingSigned)).negate();
    Holding after =
        new Holding(
            quantity.plus(signed),
            quote.minus(released).plus(opened),
            realizedPnl.plus(realized),
            fees.plus(fee));
    return new Traded(after, realized);
  }

  private Money released(Quantity closing) {
    if (closing.isZero() || closing.equals(quantity.abs())) {
      return closing.isZero() ? Money.ZERO : quote;
    }
    BigDecimal part = quote.usd().multiply(closing.units());
    return new Money(part.divide(quantity.abs().units(), QUOTE_SCALE, RoundingMode.HALF_EVEN));
  }

  /** What the holding is worth beyond cash: a perpetual's open profit, an option's mark value. */
  Money value(Instrument instrument, Price mark) {
    Money atMark = mark.times(quantity);
    return switch (instrument) {
      case Perpetual p -> atMark.plus(quote);
      case Option o -> atMark;
    };
  }

  VenuePosition position(Instrument instrument) {
    return new VenuePosition(
        instrument,
        quantity,
        new Price(
            quote
                .usd()
                .abs()
                .divide(quantity.abs().units(), Price.MAX_SCALE, RoundingMode.HALF_EVEN)),
        quote,
        realizedPnl,
        fees);
  }
}
