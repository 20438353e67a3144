/**
 * The market cache: facts such as instruments and tickers that make a start faster and may be lost
 * at any time. Kept in files or in Valkey, with a front in memory. Safe from any thread.
 */
@NullMarked
package io.arb.cache.market;

import org.jspecify.annotations.NullMarked;
