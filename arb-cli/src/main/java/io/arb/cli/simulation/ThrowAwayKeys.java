package io.arb.cli.simulation;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import java.nio.charset.StandardCharsets;

/** Keys of simulations: anybody can derive them, so they guard nothing. */
final class ThrowAwayKeys {
  private ThrowAwayKeys() {}

  /** The signer of a role, the same for the same seed. */
  static Signer signer(String role, long seed) {
    byte[] entropy = ("arb simulation " + role + " " + seed).getBytes(StandardCharsets.UTF_8);
    return new BouncyCastleSigner(PrivateKey.derive(entropy));
  }
}
