/**
 * The transport kit that adapters and their server simulators share: sockets that reconnect,
 * request correlation, rate budgets, the frame log, JSON fields. Knows nothing of the domain.
 */
@NullMarked
package io.arb.core.wire;

import org.jspecify.annotations.NullMarked;
