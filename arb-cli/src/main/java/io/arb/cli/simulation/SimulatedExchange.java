package io.arb.cli.simulation;

import io.arb.cli.config.AdapterBlock;
import io.arb.core.evm.Signer;
import io.arb.core.spi.Secret;

/** The hedge venue of a simulation. Safe from any thread. */
sealed interface SimulatedExchange extends AutoCloseable permits SimulatedDerive, SimulatedDeribit {
  /** The configured block, pointed at the simulator. */
  AdapterBlock pointed(AdapterBlock configured);

  /** The key that orders are signed with; where nothing is signed, a key to throw away. */
  Signer signer();

  /** The secret of the account's API key; {@link Secret#NONE} where there is none. */
  Secret secret();

  /** Kills every connection without a close frame. */
  void dropSockets();

  HedgeBooks books();

  @Override
  void close();
}
