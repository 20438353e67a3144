package io.arb.cli.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Trades that people submit over HTTP. Immutable.
 *
 * @param apiPort port on the loopback interface, 0 to 65535; 0 takes a free one
 * @param tokenEnv environment variable with the bearer token; empty: a new one at each start
 * @param tokenFile where a new token is written for the people who may submit
 */
public record ManualBlock(boolean enabled, int apiPort, Optional<String> tokenEnv, Path tokenFile) {
  public ManualBlock {
    if (apiPort < 0 || apiPort > 65_535) {
      throw new IllegalArgumentException("api_port must lie between 0 and 65535, got " + apiPort);
    }
  }
}
