/**
 * Options and futures that settle in the coin they are written on ("inverse"): what they are worth
 * in coins, which delta to hedge in which accounting, what is left of them while the settlement
 * price is being averaged, and the display units of venue tickers.
 *
 * <p>A value in coins is the USD value of {@link io.arb.greeks.Black76} divided by the forward it
 * was computed with. Interest rates are 0, as crypto venues publish them, unless a price that
 * carries one is handed in. Everything here is pure and immutable and may be used from any thread.
 */
@NullMarked
package io.arb.greeks.inverse;

import org.jspecify.annotations.NullMarked;
