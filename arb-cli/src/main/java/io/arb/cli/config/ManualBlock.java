package io.arb.cli.config;

/**
 * Trades that people submit over HTTP.
 *
 * @param apiPort port on the loopback interface, 0 to 65535; 0 takes a free one
 */
public record ManualBlock(boolean enabled, int apiPort) {
  public ManualBlock {
    if (apiPort < 0 || apiPort > 65_535) {
      throw new IllegalArgumentException("api_port must lie between 0 and 65535, got " + apiPort);
    }
  }
}
