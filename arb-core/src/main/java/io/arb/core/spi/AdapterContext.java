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
 * @param secret of an adapter that {@linkplain ExchangeProvider#needsSecret logs in with a text}
 *     rather than with a signature; else {@link Secret#NONE}
 */
public record AdapterContext(
    InstantSource clock,
    Function<String, SocketFactory> sockets,
    Signer signer,
    IdSource ids,
    long seed,
    Secret secret) {

  /** What an adapter is lent that needs no secret. */
  public AdapterContext(
      InstantSource clock,
      Function<String, SocketFactory> sockets,
      Signer signer,
      IdSource ids,
      long seed) {
    this(clock, sockets, signer, ids, seed, Secret.NONE);
  }
}
