/**
 * What may be risked: limits, reservations for live quotes, the stop loss, the states ACTIVE,
 * REDUCING and HALTED. A halt stops new risk, never hedging. Owned by the engine thread.
 */
@NullMarked
package io.arb.core.risk;

import org.jspecify.annotations.NullMarked;
