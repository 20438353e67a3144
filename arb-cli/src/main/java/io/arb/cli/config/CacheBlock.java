package io.arb.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where market facts are cached between runs. Immutable.
 *
 * @param backend {@code file} or {@code valkey}
 * @param valkeyAddress {@code host:port}
 * @param directory of the file backend
 * @param timeToLive of an entry; above 0
 */
public record CacheBlock(
    String backend, String valkeyAddress, Path directory, Duration timeToLive) {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s:]+:(\\d{1,5})");

  public CacheBlock {
    var address = ADDRESS.matcher(valkeyAddress);
    boolean hasPort = address.matches() && isPort(Integer.parseInt(address.group(1)));
    if (!hasPort) {
      throw new IllegalArgumentException(
          "valkey_addr must be host:port, got " + Shown.quoted(valkeyAddress));
    }
    if (!timeToLive.isPositive()) {
      throw new IllegalArgumentException(
          "default_ttl must be positive, got " + timeToLive.toSeconds());
    }
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= 65_535;
  }
}
