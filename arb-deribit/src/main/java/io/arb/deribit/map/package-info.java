/**
 * Between the venue's messages and the domain model, in both directions: names, price grids,
 * orders, fills, books, tickers, trading rules, fees and the meaning of error codes. Decides
 * nothing; everything is immutable and safe from any thread, except {@link
 * io.arb.deribit.map.LocalBook}, which is owned by the session's thread.
 */
@NullMarked
package io.arb.deribit.map;

import org.jspecify.annotations.NullMarked;
