/**
 * Prices requests for quote from the hedge venue's book and runs our side of their auctions. No
 * fresh price, no quote. Owned by the engine thread.
 */
@NullMarked
package io.arb.core.quote;

import org.jspecify.annotations.NullMarked;
