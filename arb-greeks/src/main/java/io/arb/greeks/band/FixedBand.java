package io.arb.greeks.band;

import io.arb.greeks.Arguments;

/**
 * The same width at every moment: right at one level of gamma only, easy to explain, the usual
 * delta limit of a desk.
 *
 * @param halfWidth units of the underlying, at least 0; 0 hedges at every look
 */
public record FixedBand(double halfWidth) implements HedgeBand {
  public FixedBand {
    Arguments.notNegative("halfWidth", halfWidth);
  }

  @Override
  public DeltaBand around(HedgedPosition position) {
    return DeltaBand.symmetric(position.delta(), halfWidth);
  }
}
