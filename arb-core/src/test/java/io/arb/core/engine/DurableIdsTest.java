package io.arb.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.spi.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurableIdsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");

  private final MemoryLedger ledger = new MemoryLedger();
  private final DurableIds ids = new DurableIds(ledger, List.of());

  @Test
  void numbersFollowTheClock() {
    assertThat(ids.nextQuoteNonce(NOW).bits()).isEqualTo(NOW.toEpochMilli());
    assertThat(ids.nextOrderId(NOW).stamp())
        .isEqualTo(NOW.getEpochSecond() * 1_000_000_000L + 123_456_000L);
  }

  @Test
  void numbersRiseWithinOneInstantAndWhenTheClockStepsBack() {
    long first = ids.nextQuoteNonce(NOW).bits();
    long second = ids.nextQuoteNonce(NOW).bits();
    long third = ids.nextQuoteNonce(NOW.minusSeconds(600)).bits();

    assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aRestartContinuesAboveEverythingThatMayHaveBeenUsed() {
    long before =
        IntStream.range(0, 1000).mapToLong(i -> ids.nextOrderId(NOW).stamp()).max().orElseThrow();
    long nonceBefore = ids.nextQuoteNonce(NOW).bits();

    DurableIds restarted = new DurableIds(ledger, ledger.read());

    assertThat(restarted.nextOrderId(NOW.minusSeconds(3600)).stamp()).isGreaterThan(before);
    assertThat(restarted.nextQuoteNonce(NOW.minusSeconds(3600)).bits()).isGreaterThan(nonceBefore);
  }

  @Test
  void nothingIsHandedOutThatIsNotReservedDurably() {
    ledger.fillDisk(true);

    assertThatThrownBy(() -> ids.nextQuoteNonce(NOW)).isInstanceOf(Ledger.LedgerException.class);
    ledger.fillDisk(false);
    assertThat(ids.nextQuoteNonce(NOW).bits()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void aBlockIsReservedAtOnce() {
    IntStream.range(0, 500).forEach(i -> ids.nextOrderId(NOW.plusMillis(i)));

    assertThat(ledger.read()).hasSize(1);
  }

  @Test
  void whileTheLedgerFailsTheReservedNumbersAreUsedUp() {
    ids.nextOrderId(NOW);
    ledger.fillDisk(true);

    assertThat(ids.nextOrderId(NOW.plusSeconds(599)).stamp()).isPositive();
    assertThatThrownBy(() -> ids.nextOrderId(NOW.plusSeconds(601)))
        .isInstanceOf(Ledger.LedgerException.class);
  }

  @Test
  void twentyThreadsNeverShareANumber() throws InterruptedException {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch done = new CountDownLatch(20);
    for (int t = 0; t < 20; t++) {
      Thread.ofVirtual()
          .start(
              () -> {
                IntStream.range(0, 200).forEach(i -> seen.add(ids.nextQuoteNonce(NOW).bits()));
                done.countDown();
              });
    }

    done.await();
    assertThat(seen).hasSize(4000);
  }
}
