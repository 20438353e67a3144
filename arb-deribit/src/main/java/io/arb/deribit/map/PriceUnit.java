package io.arb.deribit.map;

import io.arb.core.model.Price;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What one unit of a venue's price is worth: the one place where coin prices become USD and limits
 * in USD become coin prices. The price of an inverse option is in coins, {@code V / F} with the
 * option's forward F; its USD value is the coin price times F. Immutable.
 *
 * @param usd positive; 1 for what is priced in USD or USDC, the option's forward ({@code
 *     underlying_price}) for what is priced in coins
 */
public record PriceUnit(BigDecimal usd) {
  /** Prices that are in USD or USDC already. */
  public static final PriceUnit USD = new PriceUnit(BigDecimal.ONE);

  /** Enough digits that a conversion forth and back never moves a price by a tick. */
  private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);

  public PriceUnit {
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("usd must be positive, got " + usd.toPlainString());
    }
  }

  /** A price of the venue in USD, rounded half even at 18 decimals. */
  public Price toUsd(BigDecimal venuePrice) {
    return new Price(venuePrice.multiply(usd).setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN));
  }

  /**
   * The venue's price for a limit in USD, rounded to the grid so that it is never worse than the
   * limit: a buy down, a sell up.
   *
   * @return empty if no price of the grid is good enough: a buy below the first tick
   */
  public Optional<BigDecimal> toVenue(Price limit, Side side, PriceGrid grid) {
    return grid.passive(limit.usd().divide(usd, DIGITS), side);
  }
}
