package io.arb.cache.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arb.core.spi.MarketCache;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValkeyMarketCacheTest extends MarketCacheContract {
  private static final Duration HOUR = Duration.ofHours(1);

  private final LocalValkey server = new LocalValkey();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Override
  CaffeineFront open(InstantSource time) {
    return MarketCaches.open("valkey", Path.of("unused"), server.address(), time);
  }

  @BeforeAll
  void listen() {
    log.start();
    guardLogger().addAppender(log);
  }

  @AfterAll
  void stop() {
    guardLogger().detachAppender(log);
    server.close();
  }

  @BeforeEach
  void forgetTheLog() {
    log.list.clear();
  }

  @AfterEach
  void forgetTheEntries() {
    try (RedisClient raw = raw()) {
      raw.flushAll();
    }
  }

  @Test
  void givesTheServerTheTimeToLive() {
    try (CaffeineFront cache = open(clock);
        RedisClient raw = raw()) {
      cache.put("ticker", "{}", Duration.ofSeconds(90));

      assertThat(raw.pttl("arb:market:ticker")).isBetween(60_000L, 90_000L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "{\"key\":\"another\"}"})
  void takesADamagedEntryForAbsent(String damaged) {
    try (CaffeineFront cache = open(clock);
        RedisClient raw = raw()) {
      raw.set("arb:market:ticker", damaged);

      assertThat(cache.get("ticker")).isEmpty();
      assertThat(cache.lost()).isZero();
    }
  }

  @Test
  void countsAnEntryOfAnotherTypeAsLost() {
    try (CaffeineFront cache = open(clock);
        RedisClient raw = raw()) {
      raw.lpush("arb:market:ticker", "a list");

      assertThat(cache.get("ticker")).isEmpty();
      assertThat(cache.lost()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWithItsFrontWhileTheServerIsDown() {
    try (CaffeineFront cache = open(clock)) {
      cache.put("known", "1", HOUR);
      server.stop();

      cache.put("new", "2", HOUR);

      assertThat(cache.get("known")).map(MarketCache.Entry::json).contains("1");
      assertThat(cache.get("new")).map(MarketCache.Entry::json).contains("2");
      assertThat(cache.get("unknown")).isEmpty();
      assertThat(cache.lost()).isEqualTo(2);
    } finally {
      server.startAgain();
    }
  }

  @Test
  void storesAgainWhenTheServerIsBack() {
    try (CaffeineFront cache = open(clock);
        CaffeineFront other = open(clock)) {
      cache.put("a", "1", HOUR);
      server.stop();
      cache.put("a", "2", HOUR);
      server.startAgain();
      clock.turn(Duration.ofSeconds(1));
      cache.put("a", "3", HOUR);

      assertThat(other.get("a")).map(MarketCache.Entry::json).contains("3");
    }
  }

  @Test
  void logsAnOutageOnceAMinute() {
    server.stop();
    try (CaffeineFront cache = open(clock)) {
      for (int second = 0; second < 90; second++) {
        cache.get("ticker");
        clock.turn(Duration.ofSeconds(1));
      }

      assertThat(cache.lost()).isEqualTo(90);
      assertThat(log.list).hasSize(2);
      assertThat(log.list.getFirst().getFormattedMessage())
          .startsWith("market cache cannot read: ");
    } finally {
      server.startAgain();
    }
  }

  @Test
  void opensWhileTheServerIsDown() {
    server.stop();
    try (CaffeineFront cache = open(clock)) {
      assertThat(cache.get("ticker")).isEmpty();
    } finally {
      server.startAgain();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "localhost:", "localhost:port"})
  void refusesAnAddressOfAnotherForm(String address) {
    assertThatThrownBy(() -> MarketCaches.valkey(address, clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("address must be host:port, got '" + address + "'");
  }

  @Test
  void refusesAnotherBackend() {
    assertThatThrownBy(() -> MarketCaches.open("redis", Path.of("x"), "h:1", clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backend must be file or valkey, got 'redis'");
  }

  private RedisClient raw() {
    return RedisClient.create(HostAndPort.from(server.address()));
  }

  private static Logger guardLogger() {
    return (Logger) LoggerFactory.getLogger(OutageGuard.class);
  }
}
