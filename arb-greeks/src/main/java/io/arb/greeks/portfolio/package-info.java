/**
 * Greeks of a book of options, futures and coins: added per underlying by its index, in USD across
 * underlyings, with a report of every leg that could not be counted.
 *
 * <p>Start at {@link io.arb.greeks.portfolio.Portfolio}. Sums do not depend on the order of the
 * legs, to the last bit. Everything here is pure and immutable and may be used from any thread; the
 * time is an argument.
 */
@NullMarked
package io.arb.greeks.portfolio;

import org.jspecify.annotations.NullMarked;
