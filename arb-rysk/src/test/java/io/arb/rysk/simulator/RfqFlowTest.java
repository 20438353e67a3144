package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Quantity;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RfqFlowTest {
  private static final RfqFlow FLOW = new RfqFlow(60, Quantity.of("0.01"), Quantity.of("10"));

  private static RyskSimulatorConfig config(long seed) {
    RyskSimulatorConfig base = Stage.config();
    return new RyskSimulatorConfig(
        base.chain(),
        base.asset(),
        seed,
        base.timing(),
        base.charges(),
        Competition.standard(),
        FLOW,
        TakerProfile.standard(),
        base.requestsPerSecond(),
        base.errorCodes());
  }

  /** Five minutes in steps, and all that happened in them. */
  private static RyskBooks run(long seed, Duration step) {
    HandClock clock = new HandClock(Stage.START);
    try (RyskSimulator simulator = RyskSimulator.start(config(seed), new FlatMarket(), clock)) {
      long steps = Duration.ofMinutes(5).dividedBy(step);
      IntStream.range(0, (int) steps)
          .forEach(
              number -> {
                clock.turn(step);
                simulator.tick();
              });
      return simulator.books();
    }
  }

  @Test
  void sameSeedGivesTheSameDay() {
    RyskBooks first = run(7, Duration.ofMillis(50));

    assertThat(run(7, Duration.ofMillis(50))).isEqualTo(first);
    assertThat(run(8, Duration.ofMillis(50))).isNotEqualTo(first);
    assertThat(first.rfqsCreated()).isBetween(200L, 400L);
    assertThat(first.tradesSettled()).isGreaterThan(100);
  }

  @Test
  void requestsAreListedCallsOnTheStepOfTheirSize() {
    List<RyskTrade> trades = run(7, Duration.ofMillis(50)).trades();

    assertThat(trades)
        .allSatisfy(
            trade -> {
              assertThat(trade.option().type().name()).isEqualTo("CALL");
              assertThat(trade.option().strike()).isGreaterThan(FlatMarket.SPOT);
              assertThat(trade.option().expiry()).isNotEqualTo("2026-12-24T08:00:00Z");
              assertThat(trade.quantity().isMultipleOf(Quantity.of("0.01"))).isTrue();
              assertThat(trade.quantity()).isBetween(Quantity.of("0.01"), Quantity.of("10"));
            });
    assertThat(trades.stream().map(RyskTrade::option).distinct().count()).isGreaterThan(5);
  }

  @Test
  void booksAgreeWithThemselves() {
    RyskBooks books = run(9, Duration.ofMillis(50));
    long won = books.auctionsWon().values().stream().mapToLong(Long::longValue).sum();

    assertThat(won + books.auctionsWithoutOffer()).isLessThanOrEqualTo(books.rfqsCreated());
    assertThat(books.confirmationsAccepted()).isLessThanOrEqualTo(won);
    assertThat(books.tradesSettled()).isLessThanOrEqualTo(books.confirmationsAccepted());
    assertThat(books.trades().stream().map(RyskTrade::rfqId).distinct())
        .hasSize((int) books.tradesSettled());
  }

  @Test
  void clockThatJumpedIsNotCaughtUpWith() {
    HandClock clock = new HandClock(Stage.START);
    try (RyskSimulator simulator = RyskSimulator.start(config(7), new FlatMarket(), clock)) {
      clock.turn(Duration.ofDays(1));
      simulator.tick();

      assertThat(simulator.books().rfqsCreated()).isLessThan(5);
    }
  }

  @Test
  void flowCanBeStoppedAndStarted() {
    HandClock clock = new HandClock(Stage.START);
    try (RyskSimulator simulator = RyskSimulator.start(config(7), new FlatMarket(), clock)) {
      simulator.setFlow(RfqFlow.none());
      clock.turn(Duration.ofMinutes(1));
      simulator.tick();
      assertThat(simulator.books().rfqsCreated()).isZero();

      simulator.setFlow(FLOW);
      Stream.generate(() -> Duration.ofSeconds(1))
          .limit(60)
          .forEach(
              second -> {
                clock.turn(second);
                simulator.tick();
              });
      assertThat(simulator.books().rfqsCreated()).isPositive();
    }
  }

  /** On the system's clock and the recorded market, with a maker who bids for what it is told. */
  @Test
  void makerTradesOnThePaperMarketInRealTime() {
    InstantSource clock = InstantSource.system();
    RyskSimulatorConfig fast =
        config(3)
            .with(RyskTiming.standard().with(Duration.ofMillis(300), DelayRange.ofMillis(10, 20)))
            .with(Competition.none())
            .with(RfqFlow.perMinute(600))
            .with(new TakerProfile(1, DelayRange.ofMillis(1, 5)));
    RyskMarket market = RyskMarket.of(new PaperMarket(PaperMarketConfig.eth(3), clock));
    try (RyskSimulator simulator = RyskSimulator.start(fast, market, clock);
        RealTimeMaker maker = new RealTimeMaker(simulator, clock)) {
      List<String> nonces = new ArrayList<>();
      IntStream.range(0, 3).forEach(number -> nonces.add(maker.nextTradeNonce()));

      assertThat(simulator.books().tradesOf(TestMaker.FIRST.address()))
          .extracting(trade -> trade.quoteNonce().toString())
          .containsAll(nonces);
      assertThat(simulator.books().quotesRefused().keySet())
          .isSubsetOf(RyskError.UNKNOWN_RFQ, RyskError.BALANCE_TOO_SMALL);
    }
  }
}
