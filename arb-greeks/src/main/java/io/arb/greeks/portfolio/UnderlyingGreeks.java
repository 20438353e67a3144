package io.arb.greeks.portfolio;

import java.util.List;

/**
 * Everything counted of one underlying.
 *
 * @param underlying its name
 * @param indexUsd the index price {@code S} the greeks belong to
 * @param smile the rule {@link #delta()} follows
 * @param greeks by the index, sum of quantity times multiplier times the greek of one unit
 * @param vegaBuckets by expiry, nearest first; their vegas add up to the vega of {@code greeks}
 * @param counted legs in the sum; how many are not tells {@link PortfolioGreeks#skipped()}
 */
public record UnderlyingGreeks(
    String underlying,
    double indexUsd,
    SmileRule smile,
    IndexGreeks greeks,
    List<VegaBucket> vegaBuckets,
    int counted) {
  public UnderlyingGreeks {
    vegaBuckets = List.copyOf(vegaBuckets);
  }

  /** Delta under the chosen rule, units of the underlying. */
  public double delta() {
    return switch (smile) {
      case STICKY_STRIKE -> greeks.stickyStrikeDelta();
      case STICKY_MONEYNESS -> greeks.stickyMoneynessDelta();
    };
  }

  /** {@code delta * S}: USD that move with the index. */
  public double deltaUsd() {
    return delta() * indexUsd;
  }

  /** {@code gamma * S^2 / 100}: change of {@link #deltaUsd} at fixed {@code S}, USD per 1% move. */
  public double gammaUsdPerPercent() {
    return greeks.gamma() * indexUsd * indexUsd / 100;
  }
}
