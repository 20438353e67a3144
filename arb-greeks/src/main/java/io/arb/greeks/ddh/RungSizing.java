package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * Floors under the size of a rung. The no-trade band is the size to begin with; where the cost of a
 * maker is zero or a rebate it is zero too, and these decide instead.
 *
 * @param tickUsd rungs are at least this far apart
 * @param minimumAmount smallest order, above 0
 * @param adverseSelectionUsd what the price is expected to run on after a fill (half its typical
 *     move then); rungs are at least this far apart, at least 0
 * @param makerFeeFraction of turnover, negative is a rebate; a round trip between two rungs pays it
 *     twice, so they are further apart than that
 */
public record RungSizing(
    double tickUsd, double minimumAmount, double adverseSelectionUsd, double makerFeeFraction) {
  public RungSizing {
    Arguments.positive("tickUsd", tickUsd);
    Arguments.positive("minimumAmount", minimumAmount);
    Arguments.notNegative("adverseSelectionUsd", adverseSelectionUsd);
    Arguments.finite("makerFeeFraction", makerFeeFraction);
  }

  /**
   * Size of a rung: the band, or what the widest of the floors needs.
   *
   * @param bandHalfWidth of the no-trade band, at least 0
   * @param gamma of the position, above 0
   * @param priceUsd of the perpetual, above 0
   */
  public double rungSize(double bandHalfWidth, double gamma, double priceUsd) {
    Arguments.notNegative("bandHalfWidth", bandHalfWidth);
    Arguments.positive("gamma", gamma);
    double spacing = Math.max(tickUsd, Math.max(adverseSelectionUsd, breakEvenUsd(priceUsd)));
    return Math.max(Math.max(bandHalfWidth, minimumAmount), gamma * spacing);
  }

  /** Distance of two rungs whose round trip earns nothing: twice the fee, 0 with a rebate. */
  public double breakEvenUsd(double priceUsd) {
    Arguments.positive("priceUsd", priceUsd);
    return Math.max(0, 2 * makerFeeFraction * priceUsd);
  }
}
