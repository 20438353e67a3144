/**
 * The Deribit adapter: a hedge {@link io.arb.core.spi.Exchange} over the venue's JSON-RPC
 * WebSocket, API version 2.
 *
 * <p>Calls may come from any thread; the work is done by one thread, {@code arb-deribit}, except
 * the reading of instrument lists, which blocks and has a thread of its own.
 */
@NullMarked
package io.arb.deribit;

import org.jspecify.annotations.NullMarked;
