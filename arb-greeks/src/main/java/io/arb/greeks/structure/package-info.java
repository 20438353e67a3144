/**
 * Option structures as traders name them: what they pay at expiry, where they break even, what they
 * can lose and gain at most, and their greeks.
 *
 * <p>{@link io.arb.greeks.structure.Structures} builds those of one expiry, {@link
 * io.arb.greeks.structure.Calendar} is the one with two. Amounts are USD for the quantities of the
 * legs; fees, interest and the dividend-like yields of coins are left out. Everything here is pure
 * and immutable and may be used from any thread.
 */
@NullMarked
package io.arb.greeks.structure;

import org.jspecify.annotations.NullMarked;
