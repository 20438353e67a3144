package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaperClockworkTest {
  private final Bench bench = Bench.quiet();
  private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

  private void listen() {
    bench.venue.addListener(
        new VenueListener() {
          @Override
          public void advanced(Instant now) {
            threads.add(Thread.currentThread().getName());
          }
        });
  }

  @Test
  void advancesAgainAndAgainOnItsOwnThread() throws InterruptedException {
    listen();
    try (PaperClockwork clockwork = PaperClockwork.start(bench.venue, Duration.ofMillis(1))) {
      assertThat(clockwork).isNotNull();
      assertThat(threads.poll(10, TimeUnit.SECONDS)).isEqualTo("paper-clockwork");
      assertThat(threads.poll(10, TimeUnit.SECONDS)).isEqualTo("paper-clockwork");
    }
  }

  @Test
  void standsStillOnceClosed() throws InterruptedException {
    listen();
    PaperClockwork clockwork = PaperClockwork.start(bench.venue, Duration.ofMillis(1));
    assertThat(threads.poll(10, TimeUnit.SECONDS)).isNotNull();

    clockwork.close();
    clockwork.close();
    threads.clear();

    assertThat(threads.poll(20, TimeUnit.MILLISECONDS)).isNull();
  }
}
