package io.arb.core.quote;

import io.arb.core.model.Money;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How quotes are priced.
 *
 * @param targetSpreadBps edge of the first bid, in basis points of what the hedge venue pays; not
 *     negative
 * @param minEdge USD per unit that a bid must leave at the very least; not negative
 * @param sourceFeeRate fee of the trade source as a fraction of the premium, 0 to 1 (Rysk: 0.125)
 * @param improveBps by how much a bid goes over a competitor's, in basis points; positive
 * @param validity how long a bid can be taken; short, because it cannot be withdrawn
 * @param maxQuotesPerRfq bids that one auction may see from us, at least 1
 */
public record QuoteConfig(
    BigDecimal targetSpreadBps,
    Money minEdge,
    BigDecimal sourceFeeRate,
    BigDecimal improveBps,
    Duration validity,
    int maxQuotesPerRfq) {
  public static final QuoteConfig DEFAULTS =
      new QuoteConfig(
          BigDecimal.valueOf(150),
          Money.of("0.25"),
          new BigDecimal("0.125"),
          BigDecimal.valueOf(20),
          Duration.ofSeconds(15),
          5);

  public QuoteConfig {
    require(targetSpreadBps.signum() >= 0, "target_spread_bps", targetSpreadBps, "not negative");
    require(!minEdge.isNegative(), "min_edge_usd", minEdge, "not negative");
    require(
        sourceFeeRate.signum() >= 0 && sourceFeeRate.compareTo(BigDecimal.ONE) <= 0,
        "source_fee_rate",
        sourceFeeRate,
        "a fraction from 0 to 1");
    require(improveBps.signum() > 0, "improve_bps", improveBps, "positive");
    require(validity.compareTo(Duration.ofSeconds(1)) >= 0, "validity", validity, "at least 1 s");
    require(maxQuotesPerRfq >= 1, "max_quotes_per_rfq", maxQuotesPerRfq, "at least 1");
  }

  private static void require(boolean holds, String field, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(field + " must be " + expected + ", got " + value);
    }
  }
}
