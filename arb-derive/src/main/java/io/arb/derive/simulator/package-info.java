/**
 * A Derive server on loopback, driven by a paper venue: logins, subscriptions, order entry with
 * real signature checks, account state, rate limits and faults on demand, for both generations of
 * the API. It shares only {@code sign} and {@code profile} with the client and reads and writes the
 * protocol by itself. Behaviour that the exchange leaves open is decided here and said in the
 * javadoc.
 *
 * <p>One thread, {@code derive-simulator}, owns all protocol state. Socket threads, the paper
 * venue's listeners and HTTP requests hand it tasks; everything that leaves for a client leaves
 * from it. Public types say by themselves that any thread may call them.
 */
@NullMarked
package io.arb.derive.simulator;

import org.jspecify.annotations.NullMarked;
