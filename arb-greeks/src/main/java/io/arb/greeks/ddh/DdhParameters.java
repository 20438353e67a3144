package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * What a trader sets.
 *
 * @param maxAbsDelta the band: delta that may build up on either side before it should be traded
 *     away, above 0
 * @param maxAbsSpreadUsd greatest distance of an order from the mark, at least 0
 * @param priceTolUsd an open order is kept while its price is this close to the wanted one
 * @param amountTol the same for its remaining size
 * @param midPriceTolUsd the mid price is trusted while bid and ask are closer together than this
 */
public record DdhParameters(
    double maxAbsDelta,
    double maxAbsSpreadUsd,
    double priceTolUsd,
    double amountTol,
    double midPriceTolUsd) {

  /** The defaults of the published program, meant for ETH. */
  public static final DdhParameters PUBLISHED = new DdhParameters(0.3, 40, 1.5, 0.02, 20);

  public DdhParameters {
    Arguments.positive("maxAbsDelta", maxAbsDelta);
    Arguments.notNegative("maxAbsSpreadUsd", maxAbsSpreadUsd);
    Arguments.notNegative("priceTolUsd", priceTolUsd);
    Arguments.notNegative("amountTol", amountTol);
    Arguments.notNegative("midPriceTolUsd", midPriceTolUsd);
  }
}
