/**
 * What the hedge venue's market looks like now: instruments, books and tickers, each with its age.
 * Old data is no data: stale, one-sided and crossed books are never handed out. Owned by the engine
 * thread.
 */
@NullMarked
package io.arb.core.market;

import org.jspecify.annotations.NullMarked;
