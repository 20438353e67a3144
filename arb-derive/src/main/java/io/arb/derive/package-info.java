/**
 * The Derive adapter: a hedge {@link io.arb.core.spi.Exchange} over the venue's WebSocket, in its
 * generations V3 and V2, and a simulator of the venue.
 *
 * <p>Calls may come from any thread; the work is done by one thread, {@code arb-derive}, except the
 * reading of instrument lists, which blocks and has a thread of its own.
 */
@NullMarked
package io.arb.derive;

import org.jspecify.annotations.NullMarked;
