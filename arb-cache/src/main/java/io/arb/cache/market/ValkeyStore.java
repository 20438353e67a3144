package io.arb.cache.market;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/**
 * Entries as strings in Valkey (or Redis), under a prefix of ours, with the server's own time to
 * live. A server that is not there yet is no error.
 */
final class ValkeyStore implements Store {
  static final String PREFIX = "arb:market:";
  private static final int PATIENCE_MILLIS = 500;
  private static final int CONNECTIONS = 4;

  private final RedisClient client;

  ValkeyStore(HostAndPort server) {
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(CONNECTIONS);
    // Connections to a server that was restarted are dead; one in the pool must not cost an entry.
    pool.setTestOnBorrow(true);
    pool.setMaxWait(Duration.ofMillis(PATIENCE_MILLIS));
    client =
        RedisClient.builder()
            .hostAndPort(server)
            .poolConfig(pool)
            .clientConfig(
                DefaultJedisClientConfig.builder()
                    .connectionTimeoutMillis(PATIENCE_MILLIS)
                    .socketTimeoutMillis(PATIENCE_MILLIS)
                    .build())
            .build();
  }

  @Override
  public Optional<Stored> read(String key) {
    return Optional.ofNullable(client.get(PREFIX + key))
        .flatMap(Envelope::decode)
        .filter(found -> found.key().equals(key))
        .map(Envelope::stored);
  }

  @Override
  public void write(String key, Stored entry, Instant now) throws IOException {
    long millis = Math.max(1, Duration.between(now, entry.expiresAt()).toMillis());
    client.set(PREFIX + key, Envelope.encode(key, entry), SetParams.setParams().px(millis));
  }

  /** The server forgets by itself. */
  @Override
  public void sweep(Instant now) {}

  @Override
  public void close() {
    client.close();
  }
}
