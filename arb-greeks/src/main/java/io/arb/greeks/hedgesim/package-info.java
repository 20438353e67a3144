/**
 * A simulator of hedging: runs a book of options and a hedging rule along many price paths, drawn
 * ({@link io.arb.greeks.hedgesim.GbmPaths}) or taken from history ({@link
 * io.arb.greeks.hedgesim.HistoricalPaths}), and says what the hedging cost and what risk it left.
 *
 * <p>The rules are the ones that trade: {@link io.arb.greeks.band.BandPolicy} and {@link
 * io.arb.greeks.ddh.LadderDecision}. A simulation is an immutable value; {@link
 * io.arb.greeks.hedgesim.HedgeSimulation#run} uses as many threads as it is told and gives the same
 * digits whatever their number. Quantities are in units of the underlying, prices in USD per unit,
 * times in years of 365 days.
 */
@NullMarked
package io.arb.greeks.hedgesim;

import org.jspecify.annotations.NullMarked;
