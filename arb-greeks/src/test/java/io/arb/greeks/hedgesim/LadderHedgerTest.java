package io.arb.greeks.hedgesim;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.ddh.DdhParameters;
import io.arb.greeks.ddh.HardLimit;
import io.arb.greeks.ddh.LadderDecision;
import io.arb.greeks.ddh.LadderParameters;
import io.arb.greeks.ddh.LadderParameters.Solution;
import io.arb.greeks.ddh.PerpRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderHedgerTest {
  private static final double WEEK = 7 / 365.0;
  private static final double MINUTE = 1 / (365 * 1440.0);
  private static final HedgeCosts FEES = new HedgeCosts(0.0005, 0.0001, 0, 0);

  /** Ten straddles; the reference ladder rests at 100,479.68 and at 99,523.74. */
  private static final OptionBook STRADDLES = straddles(10);

  @Test
  void earnsTheSpacingOnEveryRoundTripAndPaysTheMakersFee() {
    HedgeReplay replay = replay(STRADDLES, 100_000, 100_500, 99_990, 100_490, 99_990);

    assertThat(replay.rows())
        .extracting(row -> Math.round((row.held() - replay.rows().getFirst().held()) * 100))
        .containsExactly(0L, -50L, 0L, -50L, 0L);
    double fees = 0.0001 * 0.5 * (2 * 100_479.68 + 2 * 100_000);
    double opening = Math.abs(replay.rows().getFirst().held());
    double taker = 0.0005 * opening * (100_000 + 99_990);
    assertThat(replay.parts().costsUsd()).isCloseTo(-fees - taker, within(0.02));
    assertThat(replay.parts().totalUsd()).isCloseTo(replay.pnlUsd(), within(1e-7));
  }

  @Test
  void climbsSeveralRungsInOneMove() {
    HedgeReplay replay = replay(STRADDLES, 100_000, 101_460, 101_460);

    double held = replay.rows().get(1).held() - replay.rows().getFirst().held();
    assertThat(held).isCloseTo(-1.5, within(1e-9));
    assertThat(replay.rows().get(1).tradedUsd())
        .isCloseTo(-0.5 * (100_479.69 + 100_964.76 + 101_457.30), within(0.01));
  }

  @Test
  void restsNothingForAShortGammaBookInsideItsBand() {
    var simulation = simulation(straddles(-10), HardLimit.NEVER, 100_000, 100_400, 99_600);

    assertThat(simulation.run(1).meanMakerFills().value()).isZero();
  }

  @Test
  void takesWhatIsBeyondTheHardLimit() {
    var hard = new HardLimit(1, 0, 1_000);
    HedgeReplay replay = simulation(straddles(-10), hard, 100_000, 102_000, 102_000).replay();

    double bought = replay.rows().get(1).held() - replay.rows().getFirst().held();
    assertThat(bought).isGreaterThan(1.9);
    assertThat(
            simulation(straddles(-10), hard, 100_000, 102_000, 102_000)
                .run(1)
                .meanMakerFills()
                .value())
        .isZero();
  }

  /** No fee, no edge: a fill at a price that the path went through is worth nothing on average. */
  @Test
  void fillsAreFairOnRandomPaths() {
    var paths = new GbmPaths(100_000, 0, 0.55, WEEK, 100, 64, 4, true);
    SimulationResult result =
        new HedgeSimulation(
                STRADDLES, paths, hedger(HardLimit.NEVER), HedgeCosts.NONE, Interest.EARNED)
            .run(2);

    assertThat(result.meanMakerFills().value()).isGreaterThan(20);
    assertThat(result.meanPnl().standardError()).isLessThan(800);
    assertThat(result.meanPnl().value()).isCloseTo(0, within(4 * result.meanPnl().standardError()));
  }

  @Test
  void aLadderLosesLessToFeesThanTakingAtTheSameBand() {
    var paths = new GbmPaths(100_000, 0, 0.55, WEEK, 100, 16, 9, false);
    var resting =
        new HedgeSimulation(STRADDLES, paths, hedger(HardLimit.NEVER), FEES, Interest.EARNED)
            .run(2);
    var band =
        new BandHedger(io.arb.greeks.band.BandPolicy.of(new io.arb.greeks.band.FixedBand(0.5)), 1);
    var taking = new HedgeSimulation(STRADDLES, paths, band, FEES, Interest.EARNED).run(2);

    assertThat(resting.meanMakerFills().value()).isGreaterThan(5);
    assertThat(resting.meanCost().value()).isLessThan(taking.meanCost().value());
  }

  private static HedgeReplay replay(OptionBook book, double... prices) {
    return simulation(book, HardLimit.NEVER, prices).replay();
  }

  private static HedgeSimulation simulation(
      OptionBook book, HardLimit hardLimit, double... prices) {
    var paths = HistoricalPaths.whole(PricePath.evenly(MINUTE, prices));
    return new HedgeSimulation(book, paths, hedger(hardLimit), FEES, Interest.EARNED);
  }

  private static LadderHedger hedger(HardLimit hardLimit) {
    var ladder = new LadderParameters(0.5, 5, 10_000, Solution.EXACT);
    var decision = new LadderDecision(ladder, new DdhParameters(0.5, 10_000, 0, 0, 0), hardLimit);
    return new LadderHedger(decision, 0.1, new PerpRules(0.01, 0.001, 0.01, 1000));
  }

  private static OptionBook straddles(double quantity) {
    return new OptionBook(
        List.of(
            new BookLeg(quantity, CALL, 100_000, WEEK, 0.55),
            new BookLeg(quantity, PUT, 100_000, WEEK, 0.55)),
        0);
  }
}
