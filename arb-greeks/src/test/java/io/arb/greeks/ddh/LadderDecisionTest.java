package io.arb.greeks.ddh;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.ddh.HedgeSide.BUY;
import static io.arb.greeks.ddh.HedgeSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.ddh.DdhAction.Cancel;
import io.arb.greeks.ddh.DdhAction.Cross;
import io.arb.greeks.ddh.DdhAction.Keep;
import io.arb.greeks.ddh.DdhAction.Place;
import io.arb.greeks.ddh.DdhAction.Replace;
import io.arb.greeks.ddh.LadderParameters.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LadderDecisionTest {
  private static final double DAY = 86_400;
  private static final PerpRules RULES = new PerpRules(0.5, 0.01, 0.01, 1000);
  private static final DdhMarket MARKET =
      new DdhMarket(100_000, Touch.of(99_999.5, 100_000.5), RULES);
  private static final DdhParameters TOLERANCES = new DdhParameters(0.5, 10_000, 5, 0.01, 50);

  /** Hedged at 100,000; the ladder of the reference file. */
  private static final PortfolioProfile STRADDLE = straddle(10, -0.30378783160075096);

  private final LadderDecision ladder = ladder(3, HardLimit.NEVER);

  @Test
  void restsTheRungsRoundedAwayFromTheMarket() {
    LadderRound round = ladder.decide(STRADDLE, MARKET, OwnOrders.NONE, 0);

    assertThat(round.buys())
        .containsExactly(new Place(99523.5, 0.5), new Place(99049, 0.5), new Place(98573.5, 0.5));
    assertThat(round.sells())
        .containsExactly(new Place(100480, 0.5), new Place(100965, 0.5), new Place(101457.5, 0.5));
  }

  @Test
  void keepsWhatIsNearReplacesWhatIsNotAndCancelsWhatIsLeft() {
    var first = new OpenOrder("s1", 100_479, 0.5, 0);
    var strayed = new OpenOrder("s2", 101_100, 0.5, 0);
    var far = new OpenOrder("s3", 101_460, 0.7, 0.2);
    var beyond = new OpenOrder("s4", 103_000, 0.5, 0);
    var orders = new OwnOrders(List.of(), List.of(beyond, far, strayed, first));

    LadderRound round = ladder.decide(STRADDLE, MARKET, orders, 0);

    assertThat(round.sells())
        .containsExactly(
            new Keep(first), new Keep(far), new Replace(strayed, 100965, 0.5), new Cancel(beyond));
  }

  @Test
  void movesUpOneRungAfterAFillAndKeepsTheOthers() {
    var afterSell = straddle(10, STRADDLE.perpQuantity() - 0.5);
    var market = new DdhMarket(100_480, Touch.of(100_479.5, 100_480.5), RULES);
    var second = new OpenOrder("s2", 100_965, 0.5, 0);
    var third = new OpenOrder("s3", 101_457.5, 0.5, 0);

    LadderRound round =
        ladder.decide(afterSell, market, new OwnOrders(List.of(), List.of(second, third)), 0);

    assertThat(round.sells())
        .containsExactly(new Keep(second), new Keep(third), new Place(101_960, 0.5));
    assertThat(round.buys().getFirst()).isEqualTo(new Place(100_000, 0.5));
  }

  @Test
  void mergesRungsThatTheBookHoldsBack() {
    var higher = new DdhMarket(100_000, Touch.of(100_980, 101_000), RULES);

    List<Place> sells = ladder.wanted(SELL, STRADDLE, higher);

    assertThat(sells).containsExactly(new Place(100_990, 1), new Place(101_457.5, 0.5));
  }

  @Test
  void sizesAnOrderHeldBackByTheBookForTheDeltaItWillMeet() {
    var shortGamma = straddle(-10, 0.30378783160075096 + 0.8);
    var higher = new DdhMarket(100_000, Touch.of(100_440, 100_460), RULES);

    double there = shortGamma.deltaAt(100_450);
    assertThat(there).isBetween(0.3, 0.35);
    assertThat(ladder.wanted(SELL, shortGamma, higher))
        .containsExactly(new Place(100_450, Math.floor(there * 100) / 100));
  }

  @Test
  void putsTheWholeDeltaOnTheFirstRungOnceTheLimitIsPassed() {
    var long08 = straddle(10, STRADDLE.perpQuantity() + 0.8);

    List<Place> sells = ladder.wanted(SELL, long08, MARKET);

    assertThat(sells.getFirst()).isEqualTo(new Place(100_000, 0.8));
    assertThat(sells.get(1).amount()).isEqualTo(0.5);
    assertThat(long08.deltaAt(sells.get(1).priceUsd()) - 0.8).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void restsNothingInsideTheBandOfAShortGammaBook() {
    var shortGamma = straddle(-10, 0.30378783160075096 + 0.3);

    LadderRound round = ladder.decide(shortGamma, MARKET, OwnOrders.NONE, 0);

    assertThat(round.buys()).isEmpty();
    assertThat(round.sells()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Solution.class)
  void aShortGammaBookHasNoRungsOnEitherSide(Solution solution) {
    var shortGamma = straddle(-10, 0.30378783160075096);
    var parameters = new LadderParameters(0.5, 5, 10_000, solution);

    assertThat(GammaLadder.rungs(BUY, shortGamma, 100_000, parameters)).isEmpty();
    assertThat(GammaLadder.rungs(SELL, shortGamma, 100_000, parameters)).isEmpty();
  }

  @Test
  void restsOneReducingOrderOutsideTheBandOfAShortGammaBook() {
    var shortGamma = straddle(-10, 0.30378783160075096 - 0.6);

    LadderRound round = ladder.decide(shortGamma, MARKET, OwnOrders.NONE, 0);

    assertThat(round.buys()).containsExactly(new Place(100_000, 0.6));
    assertThat(round.sells()).isEmpty();
  }

  @Test
  void skipsRungsUnderTheMinimumSize() {
    var coarse = new DdhMarket(100_000, MARKET.touch(), new PerpRules(0.5, 0.01, 0.6, 1000));

    assertThat(ladder.decide(STRADDLE, coarse, OwnOrders.NONE, 0).buys()).isEmpty();
  }

  @Test
  void takesBeyondTheHardLimitOnceNothingIsOpen() {
    var over = straddle(10, STRADDLE.perpQuantity() + 1.2345);
    var hard = ladder(3, new HardLimit(1, 5000, 100));
    var buy = new OpenOrder("b", 99_000, 0.5, 0);
    var open = new OwnOrders(List.of(buy), List.of());

    assertThat(hard.decide(over, MARKET, OwnOrders.NONE, 5000).sells())
        .containsExactly(new Cross(99_900, 1.23));
    assertThat(hard.decide(over, MARKET, open, 5000))
        .isEqualTo(new LadderRound(List.of(new Cancel(buy)), List.of()));
    assertThat(hard.decide(over, MARKET, OwnOrders.NONE, 4999).sells().getFirst())
        .isEqualTo(new Place(100_000, 1.23));
  }

  @Test
  void findsTheNearestCrossingOfABookThatIsNotMonotone() {
    var mixed =
        new PortfolioProfile(
            List.of(
                new OptionLeg(10, CALL, 100_000, DAY, 0.5, 1),
                new OptionLeg(-12, CALL, 103_000, DAY, 0.5, 1)),
            0);
    var hedged = new PortfolioProfile(mixed.legs(), -mixed.deltaAt(100_000));
    var parameters = new LadderParameters(0.05, 3, 10_000, Solution.EXACT);

    List<Rung> sells = GammaLadder.rungs(SELL, hedged, 100_000, parameters);

    assertThat(sells).isNotEmpty();
    assertThat(sells)
        .allSatisfy(
            rung ->
                assertThat(hedged.deltaAt(rung.priceUsd()))
                    .isCloseTo(0.05 * rung.number(), within(1e-9)))
        .allSatisfy(rung -> assertThat(rung.priceUsd()).isLessThan(101_000));
  }

  @Test
  void goesNoFurtherThanTheReach() {
    var near = new LadderParameters(0.5, 5, 1000, Solution.EXACT);
    var nearFirstOrder = new LadderParameters(0.5, 5, 1000, Solution.FIRST_ORDER);

    assertThat(GammaLadder.rungs(SELL, STRADDLE, 100_000, near)).hasSize(2);
    assertThat(GammaLadder.rungs(BUY, STRADDLE, 100_000, near)).hasSize(2);
    assertThat(GammaLadder.rungs(BUY, STRADDLE, 100_000, nearFirstOrder)).hasSize(2);
  }

  @Test
  void refusesAHardLimitInsideARung() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ladder(3, new HardLimit(0.5, 0, 1)))
        .withMessage("hardLimit.maxAbsDelta must be above rungSize 0.5, got 0.5");
  }

  private static LadderDecision ladder(int rungs, HardLimit hardLimit) {
    var parameters = new LadderParameters(0.5, rungs, 10_000, Solution.EXACT);
    return new LadderDecision(parameters, TOLERANCES, hardLimit);
  }

  private static PortfolioProfile straddle(double quantity, double perp) {
    return new PortfolioProfile(
        List.of(
            new OptionLeg(quantity, CALL, 100_000, 7 * DAY, 0.55, 1),
            new OptionLeg(quantity, PUT, 100_000, 7 * DAY, 0.55, 1)),
        perp);
  }
}
