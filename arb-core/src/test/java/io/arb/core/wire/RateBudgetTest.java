package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
  private final TurnedClock clock = new TurnedClock();

  @Test
  void bucketStartsFullAndGivesItsCapacity() {
    RateBudget budget = RateBudget.bucket(5, 1, clock);
    assertThat(granted(budget, 10)).isEqualTo(5);
  }

  @Test
  void bucketRefillsSteadilyAndNotBeyondItsCapacity() {
    RateBudget budget = RateBudget.bucket(5, 2, clock);
    granted(budget, 5);
    clock.turn(Duration.ofMillis(499));
    assertThat(budget.tryAcquire(1)).isFalse();
    clock.turn(Duration.ofMillis(1));
    assertThat(budget.tryAcquire(1)).isTrue();
    clock.turn(Duration.ofHours(1));
    assertThat(granted(budget, 10)).isEqualTo(5);
  }

  @Test
  void bucketSaysHowLongToWait() {
    RateBudget budget = RateBudget.bucket(5, 2, clock);
    assertThat(budget.waitFor(5)).isZero();
    budget.tryAcquire(5);
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(budget.waitFor(5)).isEqualTo(Duration.ofMillis(2_500));
    clock.turn(budget.waitFor(3));
    assertThat(budget.tryAcquire(3)).isTrue();
  }

  @Test
  void bucketTakesAllOrNothing() {
    RateBudget budget = RateBudget.bucket(5, 1, clock);
    budget.tryAcquire(3);
    assertThat(budget.tryAcquire(3)).isFalse();
    assertThat(budget.tryAcquire(2)).isTrue();
  }

  @Test
  void windowForgetsEachPermitAfterItsSpan() {
    RateBudget budget = RateBudget.window(5, Duration.ofSeconds(5), clock);
    budget.tryAcquire(3);
    clock.turn(Duration.ofSeconds(2));
    budget.tryAcquire(2);
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofSeconds(3));
    assertThat(budget.waitFor(3)).isEqualTo(Duration.ofSeconds(3));
    assertThat(budget.waitFor(4)).isEqualTo(Duration.ofSeconds(5));
    clock.turn(Duration.ofSeconds(3));
    assertThat(granted(budget, 10)).isEqualTo(3);
    clock.turn(Duration.ofSeconds(2));
    assertThat(granted(budget, 10)).isEqualTo(2);
  }

  @Test
  void windowAllowsNoDoubleBurstAcrossABoundary() {
    RateBudget budget = RateBudget.window(5, Duration.ofSeconds(5), clock);
    clock.turn(Duration.ofMillis(4_999));
    assertThat(granted(budget, 10)).isEqualTo(5);
    clock.turn(Duration.ofMillis(2));
    assertThat(granted(budget, 10)).isZero();
  }

  @Test
  void grantsNothingWhilePenalised() {
    RateBudget budget = RateBudget.bucket(5, 100, clock);
    budget.penalise(Duration.ofMillis(1_234));
    assertThat(budget.tryAcquire(1)).isFalse();
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofMillis(1_234));
    clock.turn(Duration.ofMillis(1_234));
    assertThat(budget.tryAcquire(1)).isTrue();
  }

  @Test
  void aShorterPenaltyDoesNotCutALongerOne() {
    RateBudget budget = RateBudget.window(5, Duration.ofSeconds(1), clock);
    budget.penalise(Duration.ofSeconds(10));
    budget.penalise(Duration.ofSeconds(1));
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aClockThatStepsBackNeitherGrantsNorBlocksForLong() {
    RateBudget budget = RateBudget.bucket(1, 1, clock);
    budget.tryAcquire(1);
    clock.turn(Duration.ofMinutes(-10));
    assertThat(budget.tryAcquire(1)).isFalse();
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofSeconds(1));
    clock.turn(Duration.ofSeconds(1));
    assertThat(budget.tryAcquire(1)).isTrue();
  }

  @Test
  void refusesWhatCouldNeverBeGranted() {
    RateBudget budget = RateBudget.bucket(5, 1, clock);
    assertThatThrownBy(() -> budget.tryAcquire(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("RateBudget permits must be from 1 to 5, got 6");
    assertThatThrownBy(() -> budget.waitFor(0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> RateBudget.bucket(0, 1, clock)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> RateBudget.bucket(1, Double.NaN, clock)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> RateBudget.window(1, Duration.ZERO, clock))
        .hasMessageContaining("PT0S");
  }

  @Test
  void manyThreadsTogetherGetTheLimitAndNoMore() {
    RateBudget budget = RateBudget.window(100, Duration.ofSeconds(5), clock);
    AtomicInteger granted = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      IntStream.range(0, 4)
          .forEach(i -> threads.execute(() -> granted.addAndGet(granted(budget, 100))));
    }
    assertThat(granted).hasValue(100);
  }

  private static int granted(RateBudget budget, int attempts) {
    return (int) IntStream.range(0, attempts).filter(i -> budget.tryAcquire(1)).count();
  }
}
