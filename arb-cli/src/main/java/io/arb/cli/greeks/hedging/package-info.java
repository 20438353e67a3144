/**
 * {@code arb greeks ddh} and {@code arb greeks hedge-sim}: what the delta hedger would quote, and
 * what a hedging rule costs. The commands read texts into the values of {@code io.arb.greeks} and
 * print what those answer; they decide nothing. Used by the thread that runs the command.
 */
@NullMarked
package io.arb.cli.greeks.hedging;

import org.jspecify.annotations.NullMarked;
