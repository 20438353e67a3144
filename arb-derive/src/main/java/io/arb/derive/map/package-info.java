/**
 * Between the venue's messages and the domain model, in both directions: names, orders, fills,
 * books, tickers, trading rules, fees and the meaning of error codes. Decides nothing and keeps
 * nothing; everything is immutable and safe from any thread.
 */
@NullMarked
package io.arb.derive.map;

import org.jspecify.annotations.NullMarked;
