package io.arb.cli.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where market facts are cached between runs.
 *
 * @param backend {@code file} or {@code valkey}
 */
public record CacheBlock(
    String backend, String valkeyAddress, Path directory, Duration timeToLive) {
  public CacheBlock {
    if (timeToLive.isNegative() || timeToLive.isZero()) {
      throw new IllegalArgumentException("default_ttl must be positive, got " + timeToLive);
    }
  }
}
