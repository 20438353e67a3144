/**
 * Option prices, greeks and implied volatility: doubles in, doubles out, nothing else of {@code
 * arb}. Everything here is a pure function or an immutable value and may be used from any thread,
 * save the buffers and columns that a caller makes to be filled: each is owned by one thread.
 * Prices are USD per unit of the underlying, times are years of 365 days, volatilities are
 * fractions per square root of a year.
 */
@NullMarked
package io.arb.greeks;

import org.jspecify.annotations.NullMarked;
