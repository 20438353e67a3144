/**
 * No-trade bands: how far the delta of an option position may drift before it is worth paying to
 * hedge it, and where to stop once it is hedged. {@link io.arb.greeks.band.HedgeBand} says how
 * wide, {@link io.arb.greeks.band.BandPolicy} turns that into a holding.
 *
 * <p>Deltas, gammas and holdings are in units of the underlying and belong to the whole position,
 * not to one option; prices are USD per unit, times are years of 365 days. Pure functions of
 * immutable values: every thread may call them, live, in the simulator or in a backtest.
 */
@NullMarked
package io.arb.greeks.band;

import org.jspecify.annotations.NullMarked;
