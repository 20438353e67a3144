/**
 * {@code arb greeks}: prices, greeks and implied volatilities on the command line. Reads texts,
 * asks {@code io.arb.greeks}, prints; needs neither configuration nor engine. Runs on the main
 * thread.
 */
@NullMarked
package io.arb.cli.greeks;

import org.jspecify.annotations.NullMarked;
