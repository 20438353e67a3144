/**
 * Option prices, greeks and hedging decisions: doubles in, doubles out; no dependency on the rest
 * of {@code arb}.
 */
@NullMarked
package io.arb.greeks;

import org.jspecify.annotations.NullMarked;
