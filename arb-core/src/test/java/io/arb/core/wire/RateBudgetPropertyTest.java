package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateBudgetPropertyTest {
  private static final int LIMIT = 7;
  private static final Duration SPAN = Duration.ofMillis(500);

  @Test
  void noSpanOfAWindowHoldsMoreThanItsLimit() {
    LongStream.range(0, 300)
        .forEach(
            seed -> {
              TurnedClock clock = new TurnedClock();
              List<Instant> grants = grants(seed, RateBudget.window(LIMIT, SPAN, clock), clock);
              assertThat(grants).as("seed %d", seed).allMatch(from -> in(grants, from) <= LIMIT);
            });
  }

  @Test
  void aBucketNeverGivesMoreThanItsCapacityAndItsRefill() {
    LongStream.range(0, 300)
        .forEach(
            seed -> {
              TurnedClock clock = new TurnedClock();
              List<Instant> grants = grants(seed, RateBudget.bucket(LIMIT, 10, clock), clock);
              assertThat(grants)
                  .as("seed %d", seed)
                  .allMatch(from -> in(grants, from) <= LIMIT + 10 * SPAN.toMillis() / 1_000);
            });
  }

  @Test
  void theWaitItNamesIsEnoughAndNotTooLong() {
    LongStream.range(0, 1_000)
        .forEach(
            seed -> {
              SplittableRandom random = new SplittableRandom(seed);
              TurnedClock clock = new TurnedClock();
              RateBudget budget =
                  random.nextBoolean()
                      ? RateBudget.bucket(LIMIT, 0.1 + random.nextDouble() * 100, clock)
                      : RateBudget.window(LIMIT, SPAN, clock);
              spend(budget, clock, random);
              budget.tryAcquire(1);
              int permits = random.nextInt(1, LIMIT + 1);
              Duration wait = budget.waitFor(permits);
              clock.turn(wait.minusNanos(1));
              assertThat(wait.isPositive() && budget.tryAcquire(permits))
                  .as("seed %d, a nanosecond early", seed)
                  .isFalse();
              clock.turn(Duration.ofNanos(1));
              assertThat(budget.tryAcquire(permits)).as("seed %d", seed).isTrue();
            });
  }

  private static void spend(RateBudget budget, TurnedClock clock, SplittableRandom random) {
    LongStream.range(0, 20)
        .forEach(
            i -> {
              clock.turn(Duration.ofNanos(random.nextLong(200_000_000)));
              budget.tryAcquire(random.nextInt(1, LIMIT + 1));
            });
  }

  private static List<Instant> grants(long seed, RateBudget budget, TurnedClock clock) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Instant> grants = new ArrayList<>();
    LongStream.range(0, 300)
        .forEach(
            i -> {
              clock.turn(Duration.ofNanos(random.nextLong(80_000_000)));
              LongStream.range(0, random.nextLong(4))
                  .filter(j -> budget.tryAcquire(1))
                  .forEach(j -> grants.add(clock.instant()));
            });
    return grants;
  }

  /** Grants in the span that begins with the given one. */
  private static long in(List<Instant> grants, Instant from) {
    return grants.stream()
        .filter(grant -> !grant.isBefore(from) && grant.isBefore(from.plus(SPAN)))
        .count();
  }
}
