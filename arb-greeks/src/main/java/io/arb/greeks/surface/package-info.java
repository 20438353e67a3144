/**
 * The volatility surface: smiles of single expiries in total variance over log-moneyness, their
 * arbitrage checks and repair, the calibration from bids and asks, and prices of strikes and
 * expiries that no venue lists.
 *
 * <p>Everywhere {@code k = ln(strike / forward)} with the forward of the expiry itself, and total
 * variance {@code w = vol * vol * years}, years of 365 days. Everything here is a pure function or
 * an immutable value and may be used from any thread; no clock is read.
 */
@NullMarked
package io.arb.greeks.surface;

import org.jspecify.annotations.NullMarked;
