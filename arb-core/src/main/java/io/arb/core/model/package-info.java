/**
 * The words of the domain: instruments, prices, requests for quote, quotes, trades, orders, fills,
 * books, and the events and commands that carry them.
 *
 * <p>Everything here is immutable and checked in its constructor, so it may be used from any
 * thread. Money and sizes are exact decimals in domain units (USD, units of the underlying); wei,
 * scaled integers and coin prices exist only inside adapters.
 */
@NullMarked
package io.arb.core.model;

import org.jspecify.annotations.NullMarked;
