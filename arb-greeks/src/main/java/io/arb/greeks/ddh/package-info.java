/**
 * The gamma dynamic delta hedger as a pure function: from a portfolio's delta to the orders that
 * should rest in the perpetual. {@link io.arb.greeks.ddh.GammaDdhDecision} rests one order a side,
 * {@link io.arb.greeks.ddh.LadderDecision} several; {@link io.arb.greeks.ddh.AggressiveDdh} waits
 * for nothing; {@link io.arb.greeks.ddh.FaithfulGammaDdh} is the published algorithm, kept to be
 * compared with.
 *
 * <p>Deltas, gammas and amounts are in units of the underlying, prices in USD per unit. Nothing
 * here reads a clock, remembers a round or talks to a venue, so the same code decides live, in the
 * simulator and in a backtest. Everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.greeks.ddh;

import org.jspecify.annotations.NullMarked;
