package io.arb.cache.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.spi.MarketCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every market cache promises, whatever it is kept in. */
abstract class MarketCacheContract {
  private static final Duration HOUR = Duration.ofHours(1);

  final TurnedClock clock = new TurnedClock();

  /** A cache over the one store of this test; each call is another process. */
  abstract CaffeineFront open(InstantSource time);

  @Test
  void hasWhatWasPut() {
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "{\"mark\": 1}", HOUR);

      assertThat(cache.get("ticker"))
          .contains(new MarketCache.Entry("{\"mark\": 1}", clock.instant()));
    }
  }

  @Test
  void hasNothingElse() {
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "{}", HOUR);

      assertThat(cache.get("ticke")).isEmpty();
    }
  }

  @Test
  void keepsTheNewest() {
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "1", HOUR);
      clock.turn(Duration.ofSeconds(1));
      cache.put("ticker", "2", HOUR);

      assertThat(cache.get("ticker")).contains(new MarketCache.Entry("2", clock.instant()));
    }
  }

  @Test
  void outlivesTheProcess() {
    MarketCache.Entry expected = new MarketCache.Entry("{}", clock.instant());
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "{}", HOUR);
    }
    clock.turn(Duration.ofMinutes(59));

    try (MarketCache next = open(clock)) {
      assertThat(next.get("ticker")).contains(expected);
    }
  }

  @Test
  void forgetsAtTheEndOfTheTimeToLive() {
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "{}", HOUR);
      clock.turn(HOUR.minusNanos(1));
      assertThat(cache.get("ticker")).isPresent();

      clock.turn(Duration.ofNanos(1));

      assertThat(cache.get("ticker")).isEmpty();
    }
  }

  @Test
  void forgetsAlsoInTheNextProcess() {
    try (MarketCache cache = open(clock)) {
      cache.put("ticker", "{}", HOUR);
    }
    try (MarketCache next = open(clock)) {
      clock.turn(HOUR);

      assertThat(next.get("ticker")).isEmpty();
    }
  }

  @Test
  void countsTheTimeToLiveFromTheNewestPut() {
    try (MarketCache cache = open(clock);
        MarketCache other = open(clock)) {
      cache.put("ticker", "1", HOUR);
      clock.turn(Duration.ofMinutes(30));
      cache.put("ticker", "2", HOUR);
      clock.turn(Duration.ofMinutes(59));

      assertThat(other.get("ticker")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "C:",
        "a b",
        "a\nb",
        "*?<>|\"",
        "ü\uD83D\uDCB0",
        "derive:ticker:ETH-20261127-2500-C"
      })
  void takesAnyKey(String key) {
    try (MarketCache cache = open(clock);
        MarketCache other = open(clock)) {
      cache.put(key, "{}", HOUR);

      assertThat(other.get(key)).isPresent();
    }
  }

  @Test
  void tellsKeysApart() {
    List<String> keys =
        List.of("eth", "ETH", "e/h", "e_h", "e h", "x".repeat(300), "x".repeat(301));
    try (MarketCache cache = open(clock);
        MarketCache other = open(clock)) {
      keys.forEach(key -> cache.put(key, "\"" + key + "\"", HOUR));

      assertThat(keys)
          .allSatisfy(key -> assertThat(other.get(key).orElseThrow().json()).contains(key));
    }
  }

  @Test
  void keepsTheTextAsItIs() {
    String text =
        " {\"b\" : 1.10, \"a\":\"\\u00e9 \uD83D\uDCB0\"}\n" + "[" + "1,".repeat(500_000) + "1]";
    try (MarketCache cache = open(clock);
        MarketCache other = open(clock)) {
      cache.put("book", text, HOUR);

      assertThat(other.get("book").orElseThrow().json()).isEqualTo(text);
    }
  }

  @Test
  void bearsManyThreads() throws Exception {
    int threads = 8;
    CountDownLatch together = new CountDownLatch(threads);
    try (CaffeineFront cache = open(clock);
        CaffeineFront other = open(clock);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> work =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(
                  number ->
                      pool.submit(
                          () -> {
                            together.countDown();
                            together.await();
                            for (int i = 0; i < 50; i++) {
                              cache.put("same", "\"" + number + "\"", HOUR);
                              cache.put("own" + number, "\"" + i + "\"", HOUR);
                              assertThat(other.get("same").orElseThrow().json()).matches("\"\\d\"");
                            }
                            return number;
                          }))
              .toList();
      for (Future<?> one : work) {
        one.get(60, TimeUnit.SECONDS);
      }

      assertThat(IntStream.range(0, threads))
          .allSatisfy(
              n -> assertThat(other.get("own" + n).orElseThrow().json()).isEqualTo("\"49\""));
      assertThat(cache.lost() + other.lost()).isZero();
    }
  }

  @Test
  void refusesATimeToLiveThatIsOver() {
    try (MarketCache cache = open(clock)) {
      assertThatThrownBy(() -> cache.put("a", "{}", Duration.ZERO))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("timeToLive must be positive, got PT0S");
    }
  }

  @Test
  void isClosedTwiceWithoutHarm() {
    CaffeineFront cache = open(clock);
    cache.close();

    assertThatCode(cache::close).doesNotThrowAnyException();
    assertThatCode(() -> cache.put("a", "{}", HOUR)).doesNotThrowAnyException();
    assertThat(cache.get("b")).isEmpty();
  }
}
