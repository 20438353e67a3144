/**
 * Rysk Finance as a {@link io.arb.core.spi.TradeSource}: hears requests for quote, answers with
 * signed bids, reports trades, moves money in and out.
 *
 * <p>Threads: each connection has one of its own ({@code arb-ws-rysk-...}), which parses and hands
 * over; {@code arb-rysk-sender} signs and sends; {@code arb-rysk-http} reads the venue's lists.
 * Callers of the public types may come from any thread and never wait.
 */
@NullMarked
package io.arb.rysk;

import org.jspecify.annotations.NullMarked;
