/**
 * The transport kit that venue adapters and venue simulators share: a WebSocket that re-dials
 * itself, correlation of requests, client-side rate limits, total JSON parsing, a log of every
 * frame, and a loopback server.
 *
 * <p>Nothing here knows a venue, and nothing here uses another package of the core. Every public
 * type says which threads may enter; unless it says otherwise, any thread may. Callbacks of one
 * {@link ReconnectingSocket} arrive on that socket's own thread, one at a time.
 */
@NullMarked
package io.arb.core.wire;

import org.jspecify.annotations.NullMarked;
