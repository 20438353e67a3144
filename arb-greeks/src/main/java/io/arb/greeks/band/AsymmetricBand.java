package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * A band of fixed but different widths, for whom one direction hurts more (skew, funding, a view).
 *
 * @param mayBeShort net delta may fall to minus this, units of the underlying, at least 0
 * @param mayBeLong net delta may rise to this, at least 0
 */
public record AsymmetricBand(double mayBeShort, double mayBeLong) implements HedgeBand {
  public AsymmetricBand {
    Arguments.notNegative("mayBeShort", mayBeShort);
    Arguments.notNegative("mayBeLong", mayBeLong);
  }

  @Override
  public DeltaBand around(HedgedPosition position) {
    return new DeltaBand(position.delta(), mayBeShort, mayBeLong);
  }
}
