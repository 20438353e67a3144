package io.arb.core.spi;

import io.arb.core.evm.Signer;
import io.arb.core.wire.SocketFactory;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the program lends to an adapter.
 *
 * @param clock the time, also where a simulation turns it
 * @param sockets opens WebSockets; the argument names the connection in frame logs and thread names
 * @param signer signs for the configured account; the adapter never sees the key
 * @param ids numbers for nonces
 * @param seed for jitter, so that a simulated day can be repeated
 */
public record AdapterContext(
    InstantSource clock,
    Function<String, SocketFactory> sockets,
    Signer signer,
    IdSource ids,
    long seed) {}
