package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
  private static final List<String> WORDS = List.of("enabled", "api_port", "file");

  @ParameterizedTest
  @ValueSource(strings = {"enabled", "enable", "enabeld", "Enabled", "enbled", "xenabled"})
  void findsAWordWithATypingError(String typed) {
    assertThat(NearestWord.of(typed, WORDS)).contains("enabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "colour", "disabled_", "fo"})
  void findsNothingThatIsFar(String typed) {
    assertThat(NearestWord.of(typed, WORDS)).isEmpty();
  }

  @Test
  void prefersTheNearest() {
    assertThat(NearestWord.of("rates", List.of("races", "rate", "dates"))).contains("races");
    assertThat(NearestWord.of("rates", List.of("rate_limit", "rate"))).contains("rate");
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(NearestWord.of("a", List.of())).isEmpty();
  }
}
