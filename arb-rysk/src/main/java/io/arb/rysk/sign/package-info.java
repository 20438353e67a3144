/**
 * What is signed on Rysk, as EIP-712 typed data: quotes, transfers, confirmations and the text of
 * an authentication header, with the domains under which they are signed. Terms in, 32 bytes or a
 * signature out; nothing here knows of connections, JSON or units.
 *
 * <p>Everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.rysk.sign;

import org.jspecify.annotations.NullMarked;
