/**
 * A market without a venue: a recorded price path and option chain, a matching engine with
 * synthetic makers and takers around it, and the {@code paper} exchange on top. The simulated
 * exchanges of the adapters stand on the same {@link io.arb.core.paper.PaperVenue}, so that all
 * simulators of one process see one market.
 *
 * <p>{@link io.arb.core.paper.PaperMarket} is immutable; {@link io.arb.core.paper.PaperVenue} has
 * one lock. Both may be entered from any thread. Everything is repeatable: the same seed and the
 * same sequence of calls and instants give the same trades.
 */
@NullMarked
package io.arb.core.paper;

import org.jspecify.annotations.NullMarked;
