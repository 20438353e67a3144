package io.arb.cache.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arb.core.spi.MarketCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMarketCacheTest extends MarketCacheContract {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Path folder;

  FileMarketCacheTest(@TempDir Path parent) {
    this.folder = parent.resolve("cache");
  }

  @Override
  CaffeineFront open(InstantSource time) {
    return MarketCaches.open("file", folder, "", time);
  }

  @Test
  void isReadableForPeople() throws IOException {
    put("derive:ETH-PERP", "{\"mark\": 1}");

    Path file = files().getFirst();
    assertThat(file.getFileName().toString()).startsWith("derive_ETH-PERP.").endsWith(".json");
    assertThat(new ObjectMapper().readTree(file.toFile()))
        .hasToString(
            "{\"key\":\"derive:ETH-PERP\",\"stored_at\":\"2026-11-02T10:15:30.123456789Z\",\"expires_at\":\"2026-11-02T11:15:30.123456789Z\",\"json\":\"{\\\"mark\\\":"
                + " 1}\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "nonsense",
        "\u0000\u0000",
        "{\"key\":\"ticker\",\"json\":\"{}\"}",
        "{\"key\":\"ticker\",\"stored_at\":\"x\",\"expires_at\":\"y\",\"json\":\"{}\"}",
        "{\"key\":\"another\",\"stored_at\":\"2026-11-02T10:15:30Z\","
            + "\"expires_at\":\"2027-11-02T10:15:30Z\",\"json\":\"{}\"}",
      })
  void takesADamagedFileForAbsentAndWritesItAnew(String damaged) throws IOException {
    put("ticker", "1");
    try (CaffeineFront cache = open(clock)) {
      Files.writeString(files().getFirst(), damaged);
      assertThat(cache.get("ticker")).isEmpty();
      assertThat(cache.lost()).isZero();

      cache.put("ticker", "2", HOUR);
    }
    assertThat(get("ticker")).isEqualTo("2");
  }

  @Test
  void takesBytesThatAreNoTextForAbsent() throws IOException {
    put("ticker", "1");
    Files.write(files().getFirst(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(get("ticker")).isEqualTo("nothing");
  }

  @Test
  void sweepsAtTheStartWhatNobodyWants() throws IOException {
    put("old", "1");
    clock.turn(HOUR);
    put("new", "1");
    Files.writeString(folder.resolve("damaged.0123456789abcdef.json"), "{");
    Files.writeString(folder.resolve("put-123.tmp"), "{");
    Files.writeString(folder.resolve("notes.txt"), "not ours");

    try (CaffeineFront cache = open(clock)) {
      assertThat(files())
          .extracting(file -> file.getFileName().toString().replaceAll("\\..*", ""))
          .containsExactlyInAnyOrder("new", "notes");
      assertThat(cache.get("new")).isPresent();
    }
  }

  @Test
  void leavesNothingUnfinished() throws IOException {
    put("a", "1");
    put("a", "2");

    assertThat(files()).singleElement().asString().endsWith(".json");
  }

  @Test
  void dropsAndCountsWhereTheFolderCannotBe() throws IOException {
    Files.writeString(folder, "a file in the way");
    try (CaffeineFront cache = open(clock)) {
      cache.put("a", "1", HOUR);

      assertThat(cache.lost()).isEqualTo(1);
      assertThat(cache.get("a")).map(MarketCache.Entry::json).contains("1");
      assertThat(cache.get("b")).isEmpty();
    }
  }

  @Test
  void worksAgainWhenTheFolderCanBe() throws IOException {
    Files.writeString(folder, "a file in the way");
    try (CaffeineFront cache = open(clock)) {
      cache.put("a", "1", HOUR);
      Files.delete(folder);
      cache.put("a", "2", HOUR);
      assertThat(cache.lost()).isEqualTo(2);
      clock.turn(Duration.ofSeconds(1));

      cache.put("a", "3", HOUR);

      assertThat(cache.lost()).isEqualTo(2);
    }
    assertThat(get("a")).isEqualTo("3");
  }

  private void put(String key, String json) {
    try (CaffeineFront cache = open(clock)) {
      cache.put(key, json, HOUR);
    }
  }

  private String get(String key) {
    try (CaffeineFront cache = open(clock)) {
      return cache.get(key).map(MarketCache.Entry::json).orElse("nothing");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
