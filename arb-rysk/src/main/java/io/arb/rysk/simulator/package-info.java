/**
 * A Rysk server on loopback: requests from synthetic takers or over the wire, auctions against
 * rivals, settlement with a ledger, and misbehaviour on command. It is written from the wire
 * protocol and shares with the maker's client only the typed data that both sign. It is stricter
 * than it is complete: the institutional flow over HTTP and contract wallets are left out.
 *
 * <p>{@link io.arb.rysk.simulator.RyskSimulator} may be entered from any thread. Everything behind
 * it belongs to one thread named {@code rysk-simulator}; the server's threads hand each message to
 * it and wait, so that a client which sends faster than it is answered slows down only itself.
 */
@NullMarked
package io.arb.rysk.simulator;

import org.jspecify.annotations.NullMarked;
