package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF = Backoff.STANDARD;

  @Test
  void doublesItsCeilingUpToTheMaximum() {
    assertThat(IntStream.range(0, 8).mapToObj(attempt -> BACKOFF.ceiling(attempt).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void keepsTheMaximumWhenThePowerOverflows() {
    assertThat(BACKOFF.ceiling(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void drawsTheSameWaitsFromTheSameSeed() {
    assertThat(delays(7)).isEqualTo(delays(7)).isNotEqualTo(delays(8));
  }

  @Test
  void spreadsItsWaitsOverTheWholeRange() {
    SplittableRandom random = new SplittableRandom(1);
    double meanSeconds =
        IntStream.range(0, 10_000)
            .mapToLong(i -> BACKOFF.delay(10, random).toNanos())
            .average()
            .orElseThrow();
    assertThat(meanSeconds / 1e9).isBetween(14.5, 15.5);
  }

  @Test
  void refusesNonsense() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, second, 2, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Backoff first must be a positive duration, got PT0S");
    assertThatThrownBy(() -> new Backoff(second, Duration.ofMillis(1), 2, second))
        .hasMessageContaining("max")
        .hasMessageContaining("PT0.001S");
    assertThatThrownBy(() -> new Backoff(second, second, 0.5, second))
        .hasMessageContaining("factor")
        .hasMessageContaining("0.5");
    assertThatThrownBy(() -> new Backoff(second, second, Double.NaN, second))
        .hasMessageContaining("factor")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Backoff(second, second, 2, Duration.ofSeconds(-1)))
        .hasMessageContaining("stableAfter");
    assertThatThrownBy(() -> BACKOFF.ceiling(-1)).hasMessageContaining("attempt");
  }

  @Test
  void refusesALivenessThatWouldDropHealthyConnections() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new LivenessPolicy(second, second)).hasMessageContaining("deadAfter");
    assertThatThrownBy(() -> new LivenessPolicy(Duration.ZERO, second))
        .hasMessageContaining("pingEvery");
  }

  private static List<Duration> delays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, 20).mapToObj(attempt -> BACKOFF.delay(attempt, random)).toList();
  }
}
