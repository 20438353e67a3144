/**
 * Covers risk at the hedge venue: the book of our order intents, one hedge per confirmed trade, and
 * the gamma DDH for the portfolio.
 *
 * <p>Pure deciding code, owned by the engine thread: every method takes the time, none reads a
 * clock, and what is to be done is appended to a list of commands. For each event from the exchange
 * the engine calls, in this order: {@link io.arb.core.hedge.OrderIntents#on}, the portfolio with
 * the fills that this returned, {@link io.arb.core.hedge.HedgeManager#on}, and {@link
 * io.arb.core.hedge.GammaDdh#onFills}.
 */
@NullMarked
package io.arb.core.hedge;

import org.jspecify.annotations.NullMarked;
