/**
 * The connection: one WebSocket that logs in afresh after every break, restores what was
 * subscribed, correlates requests with their answers and keeps the venue's rate limits, plus the
 * REST calls that need no login. Knows methods and channels, not orders or books.
 *
 * <p>Everything here is owned by one thread, that of the {@link io.arb.core.wire.SessionLoop},
 * unless a type says otherwise.
 */
@NullMarked
package io.arb.derive.session;

import org.jspecify.annotations.NullMarked;
