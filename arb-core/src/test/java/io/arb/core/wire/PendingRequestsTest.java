package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingRequestsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final PendingRequests<String> pending = new PendingRequests<>();

  @Test
  void handsOutAContextOnce() {
    pending.add("1", "order", NOON);
    assertThat(pending.complete("1")).contains("order");
    assertThat(pending.complete("1")).isEmpty();
  }

  @Test
  void knowsNothingOfForeignIds() {
    assertThat(pending.complete("trade")).isEmpty();
  }

  @Test
  void refusesAnIdThatIsStillPending() {
    pending.add("1", "order", NOON);
    assertThatThrownBy(() -> pending.add("1", "other", NOON))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1");
    assertThat(pending.complete("1")).contains("order");
  }

  @Test
  void takesAnIdAgainOnceItIsDone() {
    pending.add("1", "order", NOON);
    pending.complete("1");
    pending.add("1", "other", NOON);
    assertThat(pending.complete("1")).contains("other");
  }

  @Test
  void expiresAtTheDeadlineAndNotBefore() {
    pending.add("late", "b", NOON.plusMillis(1));
    pending.add("due", "a", NOON);
    assertThat(pending.expire(NOON.minusMillis(1))).isEmpty();
    assertThat(pending.expire(NOON)).containsExactly("a");
    assertThat(pending.complete("due")).isEmpty();
    assertThat(pending.size()).isEqualTo(1);
  }

  @Test
  void drainsEverythingInTheOrderItWasAdded() {
    List<String> ids = List.of("9", "1", "5", "3");
    ids.forEach(id -> pending.add(id, "request " + id, NOON));
    assertThat(pending.drain()).containsExactly("request 9", "request 1", "request 5", "request 3");
    assertThat(pending.drain()).isEmpty();
    assertThat(pending.size()).isZero();
  }

  @Test
  void givesEachRequestToOneThreadOnlyWhenAllWantIt() throws Exception {
    int requests = 2_000;
    IntStream.range(0, requests).forEach(i -> pending.add("" + i, "" + i, NOON));
    AtomicInteger taken = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> done =
          List.of(
              threads.submit(() -> completeAll(go, requests, taken)),
              threads.submit(() -> completeAll(go, requests, taken)),
              threads.submit(() -> taken.addAndGet(after(go, () -> pending.expire(NOON).size()))),
              threads.submit(() -> taken.addAndGet(after(go, () -> pending.drain().size()))));
      go.countDown();
      for (Future<?> task : done) {
        task.get(10, TimeUnit.SECONDS);
      }
    }
    assertThat(taken).hasValue(requests);
  }

  private int completeAll(CountDownLatch go, int requests, AtomicInteger taken) throws Exception {
    return after(
        go,
        () ->
            taken.addAndGet(
                (int)
                    IntStream.range(0, requests)
                        .filter(i -> pending.complete("" + i).isPresent())
                        .count()));
  }

  private static int after(CountDownLatch go, IntSupplier work) throws InterruptedException {
    go.await();
    return work.getAsInt();
  }
}
