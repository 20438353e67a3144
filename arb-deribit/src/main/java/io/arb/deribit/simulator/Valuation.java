package io.arb.deribit.simulator;

import static java.math.RoundingMode.HALF_EVEN;

import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Side;
import io.arb.core.paper.PaperMarket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

/**
 * The paper market's fair values in the exchange's units. Immutable, so from any thread.
 *
 * <p>An inverse option is worth its Black-76 value divided by the forward. Price bands: futures 1.5
 * % around the mark, as seen live; options, whose width is not published, 1.75 % of the index or
 * half of the mark, whichever is more.
 */
final class Valuation {
  private static final int COIN_DECIMALS = 8;
  private static final int USD_DECIMALS = 4;
  private static final BigDecimal FUTURE_BAND = new BigDecimal("0.015");
  private static final BigDecimal OPTION_BAND = new BigDecimal("0.0175");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Duration AVERAGING = Duration.ofMinutes(30);

  private final PaperMarket market;

  Valuation(PaperMarket market) {
    this.market = market;
  }

  /** USD or USDC for one coin; they are the same here. */
  BigDecimal index(Instant now) {
    return market.index(now).usd().setScale(2, HALF_EVEN);
  }

  BigDecimal mark(Product product, Instant now) {
    BigDecimal fair = market.fair(product.instrument(), now).usd();
    boolean inCoin = product.isInverse() && product.isOption();
    return inCoin
        ? fair.divide(underlying(product, now), COIN_DECIMALS, HALF_EVEN)
        : fair.setScale(USD_DECIMALS, HALF_EVEN);
  }

  /** The forward of an option; for a perpetual the index. */
  BigDecimal underlying(Product product, Instant now) {
    return product
        .expiry()
        .map(expiry -> market.forward(expiry, now).usd())
        .orElseGet(() -> index(now));
  }

  OptionGreeks greeks(Option option, Instant now) {
    return market.ticker(option, now).greeks().orElseThrow();
  }

  /** The last price at which an order of {@code side} may trade, on the grid. */
  BigDecimal band(Product product, Side side, Instant now) {
    BigDecimal mark = mark(product, now);
    BigDecimal width =
        product.isOption() ? optionBand(product, mark, now) : mark.multiply(FUTURE_BAND);
    PriceGrid grid = product.terms().grid();
    return side == Side.BUY
        ? grid.up(mark.add(width))
        : grid.down(mark.subtract(width).max(grid.tick())).max(grid.tick());
  }

  private BigDecimal optionBand(Product product, BigDecimal mark, Instant now) {
    BigDecimal unit = product.isInverse() ? BigDecimal.ONE : index(now);
    return unit.multiply(OPTION_BAND).max(mark.multiply(HALF));
  }

  /**
   * The part of an option's delta that is still open: 1, falling to 0 over the last 30 minutes, in
   * which the delivery price is averaged; 1 for perpetuals.
   */
  BigDecimal openPart(Product product, Instant now) {
    return product
        .expiry()
        .map(expiry -> Duration.between(now, expiry))
        .filter(left -> left.compareTo(AVERAGING) < 0)
        .map(left -> part(left.isNegative() ? Duration.ZERO : left))
        .orElse(BigDecimal.ONE);
  }

  private static BigDecimal part(Duration left) {
    return BigDecimal.valueOf(left.toMillis())
        .divide(BigDecimal.valueOf(AVERAGING.toMillis()), MathContext.DECIMAL64);
  }

  /** The average index of the last 30 minutes before an expiry. */
  BigDecimal delivery(Instant expiry) {
    return market.settlement(expiry).usd().setScale(USD_DECIMALS, HALF_EVEN);
  }
}
