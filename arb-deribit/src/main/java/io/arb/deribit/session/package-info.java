/**
 * The connection: one WebSocket that logs in afresh after every break, renews its token, restores
 * what was subscribed, correlates requests with their answers and keeps below the venue's credits,
 * plus the HTTP calls that need no login. Knows methods and channels, not orders or books.
 *
 * <p>Everything here is owned by one thread, that of the {@link io.arb.core.wire.SessionLoop},
 * unless a type says otherwise.
 */
@NullMarked
package io.arb.deribit.session;

import org.jspecify.annotations.NullMarked;
