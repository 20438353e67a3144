/**
 * A Deribit server on loopback, driven by a paper market: logins and tokens, heartbeat, credits,
 * subscriptions, order entry, matching, accounts in coin and USDC, daily settlement and expiry, and
 * faults on demand. It shares nothing with the client and reads and writes the protocol by itself.
 * Behaviour that the exchange leaves open is decided here and said in the javadoc.
 *
 * <p>Prices and amounts are plain decimals in the exchange's own units (USD, USDC or coin; see
 * {@code Product}), not the model's USD prices: half of the products are priced in coin.
 *
 * <p>One thread, {@code deribit-simulator}, owns all state. Socket threads and HTTP requests hand
 * it tasks; everything that leaves for a client leaves from it. Public types say by themselves that
 * any thread may call them.
 */
@NullMarked
package io.arb.deribit.simulator;

import org.jspecify.annotations.NullMarked;
