package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class VenueListenerTest {
  private final Bench bench = Bench.quiet();
  private final Diary diary = new Diary();

  /** Writes down what it hears. */
  private static class Diary implements VenueListener {
    final List<String> lines = new ArrayList<>();
    final List<BalanceChange> balances = new ArrayList<>();

    @Override
    public void orderChanged(AccountId account, VenueOrder order) {
      lines.add(account + " order " + order.status());
    }

    @Override
    public void filled(AccountId account, VenueFill fill) {
      lines.add(account + " fill " + fill.quantity());
    }

    @Override
    public void balancesChanged(AccountId account, List<BalanceChange> changes) {
      lines.add(account + " balances");
      balances.addAll(changes);
    }

    @Override
    public void traded(PublicTrade trade) {
      lines.add("trade");
    }

    @Override
    public void bookChanged(Instrument instrument) {
      lines.add("book");
    }

    @Override
    public void advanced(Instant now) {
      lines.add("advanced");
    }
  }

  @Test
  void tellsTheTakerThenTheMakerThenEverybody() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.venue.addListener(diary);

    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    assertThat(diary.lines)
        .containsExactly(
            "bob order FILLED",
            "bob fill 1",
            "bob balances",
            "alice order FILLED",
            "alice fill 1",
            "alice balances",
            "trade",
            "book");
  }

  @Test
  void answersBeforeItTells() {
    bench.venue.addListener(diary);

    bench.venue.answering(
        () -> bench.venue.place(BOB, buy(PERPETUAL, "1", "1990")),
        placement -> diary.lines.add("answer"));

    assertThat(diary.lines).containsExactly("answer", "bob order OPEN", "book");
  }

  @Test
  void reportsBalancesBeforeAndAfter() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.venue.addListener(diary);

    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    assertThat(diary.balances.subList(0, 3))
        .containsExactly(
            new BalanceChange.Position(
                PERPETUAL, BigDecimal.ZERO, BigDecimal.ONE, BalanceChange.Cause.TRADE),
            new BalanceChange.PerpetualQuote(
                PERPETUAL, BigDecimal.ZERO, new BigDecimal("-2000"), BalanceChange.Cause.TRADE),
            new BalanceChange.Cash(
                new BigDecimal("100000"), new BigDecimal("99999.3"), BalanceChange.Cause.TRADE));
  }

  @Test
  void letsAListenerCallTheVenue() {
    bench.venue.addListener(
        new VenueListener() {
          @Override
          public void filled(AccountId account, VenueFill fill) {
            var unused = bench.venue.cancelAll(ALICE, EndReason.USER_REQUEST);
          }
        });
    bench.accepted(ALICE, buy(PERPETUAL, "1", "1900"));
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    assertThat(bench.venue.openOrders(ALICE)).isEmpty();
  }

  @Test
  void goesOnWhenAListenerFails() {
    bench.venue.addListener(
        new VenueListener() {
          @Override
          public void bookChanged(Instrument instrument) {
            throw new IllegalStateException("broken on purpose");
          }
        });
    bench.venue.addListener(diary);

    bench.accepted(BOB, buy(PERPETUAL, "1", "1900"));

    assertThat(diary.lines).contains("book");
  }

  @Test
  void forgetsAListenerThatLeaves() {
    bench.venue.addListener(diary);
    bench.venue.removeListener(diary);

    bench.accepted(BOB, buy(PERPETUAL, "1", "1900"));

    assertThat(diary.lines).isEmpty();
  }

  @Test
  void keepsAnOperationTogether()
      throws InterruptedException, ExecutionException, TimeoutException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch otherAsked = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Placement> late =
          other.submit(
              () -> {
                await(inside);
                otherAsked.countDown();
                return bench.venue.place(ALICE, sell(PERPETUAL, "1", "1990"));
              });

      bench.venue.answering(
          () -> {
            inside.countDown();
            await(otherAsked);
            var first = bench.accepted(BOB, buy(PERPETUAL, "1", "1990"));
            return bench.venue.cancel(BOB, first.order().id(), EndReason.USER_REQUEST);
          },
          cancelled -> assertThat(cancelled).isPresent());

      assertThat(late.get(10, TimeUnit.SECONDS)).isInstanceOf(Placement.Accepted.class);
    }
    assertThat(bench.venue.fills(BOB, FillFilter.ALL)).isEmpty();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void staysConsistentUnderManyThreads() throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        boolean buys = i % 2 == 0;
        threads.execute(
            () ->
                bench.venue.place(
                    buys ? ALICE : BOB,
                    buys ? buy(PERPETUAL, "1", "2000") : sell(PERPETUAL, "1", "2000")));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(bench.venue.fills(ALICE, FillFilter.ALL)).hasSize(200);
    assertThat(bench.venue.positions(BOB).values())
        .extracting(VenuePosition::quantity)
        .containsExactly(Quantity.of("-200"));
    assertThat(bench.venue.openOrders(ALICE)).isEmpty();
  }

  @Test
  void tellsWhenTheMarketMoved() {
    bench.venue.addListener(diary);

    bench.advance(Duration.ofMillis(50));

    assertThat(diary.lines).containsExactly("advanced");
  }

  @Test
  void namesOrdersAndTradesFromTheSeed() {
    Bench again = Bench.quiet();

    assertThat(bench.accepted(BOB, buy(PERPETUAL, "1", "1900")).order().id())
        .isEqualTo(again.accepted(BOB, buy(PERPETUAL, "1", "1900")).order().id());
    assertThat(bench.venue.openOrders(BOB).getFirst().id().value())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void addsToAnAccount() {
    bench.venue.addListener(diary);

    bench.venue.deposit(BOB, Money.of("5"));

    assertThat(bench.venue.cash(BOB)).isEqualTo(Money.of("100005"));
    assertThat(Optional.of(diary.balances.getFirst().cause()))
        .contains(BalanceChange.Cause.DEPOSIT);
  }
}
