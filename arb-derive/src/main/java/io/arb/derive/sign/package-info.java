/**
 * What Derive wants signed: actions (orders, quotes, session keys) and logins, from decimal values
 * to the 32 bytes under the signature. Pure: no clock, no connection, no JSON. The client signs
 * with it and the server simulator checks with it.
 *
 * <p>Everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.derive.sign;

import org.jspecify.annotations.NullMarked;
