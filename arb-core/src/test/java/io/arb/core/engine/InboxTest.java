package io.arb.core.engine;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.optionTicker;
import static io.arb.core.market.MarketFixture.perpTicker;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.OperatorEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Inbox inbox = new Inbox();

  private List<Event> drain() throws InterruptedException {
    List<Event> events = new ArrayList<>();
    Optional<Event> next = inbox.take(Duration.ZERO);
    while (next.isPresent()) {
      events.add(next.get());
      next = inbox.take(Duration.ZERO);
    }
    return events;
  }

  @Test
  void onlyTheNewestMarketDataOfAnInstrumentWaits() throws InterruptedException {
    MarketEvent old = book(CALL, NOW, List.of("80x1"), List.of("82x1"));
    MarketEvent newest = book(CALL, NOW.plusMillis(1), List.of("81x1"), List.of("82x1"));
    MarketEvent ticker = optionTicker(CALL, NOW, "81", "0.5");
    List.of(old, ticker, newest).forEach(inbox::accept);

    assertThat(drain()).containsExactly(newest, ticker);
    assertThat(inbox.conflated()).isEqualTo(1);
  }

  @Test
  void otherEventsAreNeverDroppedAndGoFirst() throws InterruptedException {
    Event halt = new OperatorEvent.HaltRequested("a");
    Event again = new OperatorEvent.HaltRequested("a");
    MarketEvent ticker = perpTicker(NOW, "2500");
    List.of(ticker, halt, again).forEach(inbox::accept);

    assertThat(drain()).containsExactly(halt, again, ticker);
  }

  @Test
  void pricesFromBeforeALostConnectionAreForgotten() throws InterruptedException {
    Event down = new ExchangeEvent.ExchangeStatusChanged(ConnectionStatus.DOWN, "lost");
    inbox.accept(perpTicker(NOW, "2500"));
    inbox.accept(down);

    assertThat(drain()).containsExactly(down);
  }

  @Test
  void aLongPauseDoesNotGrowTheInbox() {
    for (int i = 0; i < 100_000; i++) {
      inbox.accept(perpTicker(NOW.plusMillis(i), "2500"));
    }

    assertThat(inbox.depth()).isEqualTo(1);
  }

  @Test
  void takingWaitsForAnEventFromAnotherThread() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    Thread taker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    inbox.take(Duration.ofSeconds(30)).ifPresent(e -> taken.countDown());
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    inbox.accept(new Event.ClockTicked());

    taken.await();
    taker.join();
    assertThat(inbox.depth()).isZero();
  }
}
