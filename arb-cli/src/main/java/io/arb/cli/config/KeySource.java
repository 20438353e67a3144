package io.arb.cli.config;

import java.nio.file.Path;

/** Where a signing key is read from; never the key itself. */
public sealed interface KeySource {

  /**
   * A file with the key in hex, or a web3 keystore with its pass phrase in an environment variable.
   */
  record KeyFile(Path path, String passwordEnv) implements KeySource {}

  /** An environment variable with the key in hex. */
  record KeyVariable(String name) implements KeySource {}

  /** No key is configured: possible only where a simulation makes one to throw away. */
  record NoKey() implements KeySource {}
}
