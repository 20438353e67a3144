package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffPropertyTest {
  @Test
  void neverWaitsLessThanNothingNorMoreThanItsCeilings() {
    LongStream.range(0, 5_000).forEach(BackoffPropertyTest::holdsForSeed);
  }

  private static void holdsForSeed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Duration first = Duration.ofNanos(random.nextLong(1, 10_000_000_000L));
    Duration max = first.plusNanos(random.nextLong(100_000_000_000L));
    Backoff backoff = new Backoff(first, max, 1 + random.nextDouble() * 9, Duration.ZERO);
    int attempt = random.nextInt(200);
    assertThat(backoff.delay(attempt, random))
        .as("seed %d", seed)
        .isBetween(Duration.ZERO, backoff.ceiling(attempt));
    assertThat(backoff.ceiling(attempt)).as("seed %d", seed).isBetween(first, max);
    assertThat(backoff.ceiling(attempt + 1))
        .as("seed %d", seed)
        .isGreaterThanOrEqualTo(backoff.ceiling(attempt));
  }
}
