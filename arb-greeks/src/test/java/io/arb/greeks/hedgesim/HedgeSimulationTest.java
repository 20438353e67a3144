package io.arb.greeks.hedgesim;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.band.AsymmetricBand;
import io.arb.greeks.band.BandPolicy;
import io.arb.greeks.band.FixedBand;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HedgeSimulationTest {
  private static final double DAY = 1 / 365.0;
  private static final OptionBook SHORT_CALL =
      new OptionBook(List.of(new BookLeg(-1, CALL, 100, 0.25, 0.5)), 0.03);
  private static final OptionBook LONG_STRADDLE =
      new OptionBook(
          List.of(new BookLeg(2, CALL, 100, 0.25, 0.5), new BookLeg(2, PUT, 100, 0.3, 0.55)), 0);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void givesTheSameDigitsWhateverTheNumberOfThreads(int threads) {
    HedgeSimulation simulation =
        gbm(SHORT_CALL, 1500, true, BandHedger.fixedTime(1), HedgeCosts.proportional(0.001));

    assertThat(simulation.runWithParts(threads)).isEqualTo(simulation.runWithParts(1));
  }

  @Test
  void givesOtherDigitsFromAnotherSeed() {
    var costs = HedgeCosts.proportional(0.001);
    var one = new GbmPaths(100, 0, 0.5, 0.25, 20, 300, 1, false);
    var two = new GbmPaths(100, 0, 0.5, 0.25, 20, 300, 2, false);

    assertThat(simulation(SHORT_CALL, one, BandHedger.fixedTime(1), costs).run(1).meanPnl())
        .isNotEqualTo(simulation(SHORT_CALL, two, BandHedger.fixedTime(1), costs).run(1).meanPnl());
  }

  @Test
  void partsAddUpToTheProfitOnEveryKindOfPath() {
    double[] years = {0, DAY, 2 * DAY, 5 * DAY, 6 * DAY};
    double[] prices = {100, 103, 99, 94, 101};
    double[] volShifts = {0, 0.02, 0.05, 0.12, 0.08};
    var path = HistoricalPaths.whole(PricePath.of(years, prices, volShifts));
    var costs = new HedgeCosts(0.001, -0.0001, 0.1, 0.01);
    var band = new BandHedger(BandPolicy.of(new AsymmetricBand(0.05, 0.1)), 1);

    for (OptionBook book : List.of(SHORT_CALL, LONG_STRADDLE)) {
      HedgeReplay replay = simulation(book, path, band, costs).replay();

      assertThat(replay.parts().totalUsd()).isCloseTo(replay.pnlUsd(), within(1e-12));
      assertThat(replay.parts().vegaUsd()).isNotZero();
      assertThat(replay.parts().fundingUsd()).isNotZero();
      assertThat(replay.parts().costsUsd()).isNegative();
    }
  }

  /** (1/2) gamma dS^2 + theta dt + vega dvol, with little left for higher orders on small steps. */
  @Test
  void theGreeksExplainTheProfitOfSmallSteps() {
    double[] years = new double[200];
    double[] prices = new double[200];
    double[] volShifts = new double[200];
    for (int i = 0; i < years.length; i++) {
      years[i] = i * DAY / 96;
      prices[i] = 100 + 3 * Math.sin(i / 30.0);
      volShifts[i] = 0.0002 * i;
    }
    var path = HistoricalPaths.whole(PricePath.of(years, prices, volShifts));

    PnlParts parts =
        simulation(LONG_STRADDLE, path, BandHedger.fixedTime(1), HedgeCosts.NONE).replay().parts();

    assertThat(parts.deltaUsd()).isCloseTo(0, within(1e-9));
    assertThat(parts.gammaUsd()).isPositive();
    assertThat(parts.thetaUsd()).isNegative();
    assertThat(parts.vegaUsd()).isCloseTo(0.0398 * 81, within(0.5));
    assertThat(Math.abs(parts.higherOrderUsd())).isLessThan(0.02 * parts.vegaUsd());
  }

  @Test
  void aHedgedLongBookEarnsWhatIsRealisedAboveWhatItPaidFor() {
    SimulationResult dear = realised(0.4);
    SimulationResult fair = realised(0.5);
    SimulationResult cheap = realised(0.6);

    assertThat(dear.meanPnl().value()).isLessThan(-20 * dear.meanPnl().standardError());
    assertThat(fair.meanPnl().value()).isCloseTo(0, within(4 * fair.meanPnl().standardError()));
    assertThat(cheap.meanPnl().value()).isGreaterThan(20 * cheap.meanPnl().standardError());
    PnlParts parts = fair.parts().orElseThrow();
    assertThat(parts.gammaUsd()).isCloseTo(-parts.thetaUsd(), within(0.3));
  }

  private static SimulationResult realised(double volFraction) {
    var book = new OptionBook(List.of(new BookLeg(1, CALL, 100, 0.25, 0.5)), 0);
    var paths = new GbmPaths(100, 0, volFraction, 0.25, 60, 1000, 5, true);
    return simulation(book, paths, BandHedger.fixedTime(1), HedgeCosts.NONE).runWithParts(2);
  }

  @Test
  void tradesOnlyAtEveryNthLookAndInSteps() {
    var path = HistoricalPaths.whole(PricePath.evenly(DAY, 100, 104, 108, 112, 116, 120));
    var costs = new HedgeCosts(0, 0, 0, 0.1);

    List<HedgeReplay.Row> rows =
        simulation(SHORT_CALL, path, BandHedger.fixedTime(2), costs).replay().rows();

    assertThat(rows)
        .extracting(row -> Math.round(row.held() * 10))
        .containsExactly(6L, 6L, 7L, 7L, 8L, 8L);
    assertThat(rows.get(1).tradedUsd()).isZero();
    assertThat(rows.get(2).held() / 0.1).isCloseTo(7, within(1e-9));
  }

  @Test
  void chargesProportionalCostsOnEveryTradeAndOnTheLast() {
    var path = HistoricalPaths.whole(PricePath.evenly(DAY, 100, 100, 100));
    var book = new OptionBook(List.of(new BookLeg(-10, CALL, 1e-6, 0.25, 0.5)), 0);

    SimulationResult result =
        simulation(book, path, BandHedger.fixedTime(1), HedgeCosts.proportional(0.01)).run(1);

    assertThat(result.meanCost().value()).isCloseTo(2 * 10 * 100 * 0.01, within(1e-9));
    assertThat(result.meanTurnoverUsd().value()).isCloseTo(2000, within(1e-6));
    assertThat(result.meanTrades().value()).isEqualTo(1);
    assertThat(result.meanPnl().value()).isCloseTo(-20, within(1e-6));
  }

  @Test
  void chargesFundingOnWhatIsHeld() {
    var path = HistoricalPaths.whole(PricePath.evenly(DAY, 100, 100, 100));
    var book = new OptionBook(List.of(new BookLeg(-10, CALL, 1e-6, 0.25, 0.5)), 0);
    var costs = new HedgeCosts(0, 0, 0.365, 0);

    HedgeReplay replay = simulation(book, path, BandHedger.fixedTime(1), costs).replay();

    assertThat(replay.parts().fundingUsd()).isCloseTo(-10 * 100 * 0.365 * 2 * DAY, within(1e-9));
  }

  @Test
  void stopLossHoldsWhatWouldBeExercised() {
    var path = HistoricalPaths.whole(PricePath.evenly(DAY, 99, 101, 100, 102));

    List<HedgeReplay.Row> rows =
        simulation(SHORT_CALL, path, new StopLossHedger(1), HedgeCosts.NONE).replay().rows();

    assertThat(rows).extracting(HedgeReplay.Row::held).containsExactly(0.0, 1.0, 0.0, 0.0);
  }

  @Test
  void aBandTradesLessThanFixedTime() {
    var every = gbm(SHORT_CALL, 200, false, BandHedger.fixedTime(1), HedgeCosts.NONE).run(1);
    var band = new BandHedger(BandPolicy.of(new FixedBand(0.1)), 1);
    var banded = gbm(SHORT_CALL, 200, false, band, HedgeCosts.NONE).run(1);

    assertThat(banded.meanTrades().value()).isLessThan(every.meanTrades().value() / 2);
    assertThat(banded.stdPnl().value()).isGreaterThan(every.stdPnl().value());
  }

  @Test
  void antitheticPathsTellTheMeanBetter() {
    var plain = gbm(SHORT_CALL, 2000, false, new StopLossHedger(100), HedgeCosts.NONE).run(2);
    var mirrored = gbm(SHORT_CALL, 2000, true, new StopLossHedger(100), HedgeCosts.NONE).run(2);

    assertThat(mirrored.meanPnl().standardError())
        .isLessThan(0.85 * plain.meanPnl().standardError());
    assertThat(mirrored.stdPnl().value())
        .isCloseTo(plain.stdPnl().value(), within(4 * plain.stdPnl().standardError()));
  }

  @Test
  void refusesPathsThatOutliveAnOption() {
    var paths = new GbmPaths(100, 0, 0.5, 0.26, 20, 300, 1, false);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulation(SHORT_CALL, paths, BandHedger.fixedTime(1), HedgeCosts.NONE))
        .withMessage("paths must end by the first expiry in 0.25 years, got 0.26");
  }

  @Test
  void handsOnTheFailureOfABlock() {
    AtomicInteger runs = new AtomicInteger();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Blocks.run(
                    4,
                    2,
                    block -> {
                      runs.incrementAndGet();
                      throw new IllegalArgumentException("broken");
                    }))
        .withMessage("broken");
    assertThat(runs.get()).isPositive();
  }

  private static HedgeSimulation gbm(
      OptionBook book, int paths, boolean antithetic, Hedger hedger, HedgeCosts costs) {
    return simulation(
        book, new GbmPaths(100, 0.05, 0.5, 0.25, 50, paths, 11, antithetic), hedger, costs);
  }

  private static HedgeSimulation simulation(
      OptionBook book, PathSource paths, Hedger hedger, HedgeCosts costs) {
    return new HedgeSimulation(book, paths, hedger, costs, Interest.EARNED);
  }
}
