package io.arb.cache.market;

import java.nio.file.Path;
import java.time.InstantSource;
import redis.clients.jedis.HostAndPort;

/** Opens market caches. Opening never fails because a folder or a server is not there. */
public final class MarketCaches {
  private MarketCaches() {}

  /**
   * Opens the cache that configuration names.
   *
   * @param backend {@code file} or {@code valkey}
   * @param folder of the file backend; made when the first entry comes
   * @param valkeyAddress {@code host:port} of the valkey backend
   * @throws IllegalArgumentException for another backend, or an address of another form
   */
  public static CaffeineFront open(
      String backend, Path folder, String valkeyAddress, InstantSource clock) {
    return switch (backend) {
      case "file" -> file(folder, clock);
      case "valkey" -> valkey(valkeyAddress, clock);
      default ->
          throw new IllegalArgumentException(
              "backend must be file or valkey, got '" + backend + "'");
    };
  }

  /** A cache of files in a folder of its own. */
  public static CaffeineFront file(Path folder, InstantSource clock) {
    return new CaffeineFront(new FileStore(folder), clock);
  }

  /**
   * A cache in a Valkey or Redis server, which instances may share.
   *
   * @param address {@code host:port}
   * @throws IllegalArgumentException for another form
   */
  public static CaffeineFront valkey(String address, InstantSource clock) {
    return new CaffeineFront(new ValkeyStore(server(address)), clock);
  }

  private static HostAndPort server(String address) {
    try {
      return HostAndPort.from(address);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("address must be host:port, got '" + address + "'", e);
    }
  }
}
