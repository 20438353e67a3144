/**
 * Option prices, greeks and implied volatility: doubles in, doubles out, nothing else of {@code
 * arb}. Everything here is a pure function or an immutable value and may be used from any thread.
 * Prices are USD per unit of the underlying, times are years of 365 days, volatilities are
 * fractions per square root of a year.
 */
@NullMarked
package io.arb.greeks;

import org.jspecify.annotations.NullMarked;
