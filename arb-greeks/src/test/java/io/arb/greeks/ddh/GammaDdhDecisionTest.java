package io.arb.greeks.ddh;

import static io.arb.greeks.ddh.HedgeSide.BUY;
import static io.arb.greeks.ddh.HedgeSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.ddh.DdhAction.CancelSide;
import io.arb.greeks.ddh.DdhAction.Cross;
import io.arb.greeks.ddh.DdhAction.Keep;
import io.arb.greeks.ddh.DdhAction.None;
import io.arb.greeks.ddh.DdhAction.Place;
import io.arb.greeks.ddh.DdhAction.Replace;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDdhDecisionTest {
  private static final PerpRules RULES = new PerpRules(0.01, 0.01, 0.1, 1000);
  private static final DdhMarket MARKET = new DdhMarket(2500, Touch.of(2499.80, 2500.20), RULES);
  private static final double GAMMA = 0.0216;
  private static final HardLimit HARD = new HardLimit(1, 5000, 3);

  private final GammaDdhDecision ddh = new GammaDdhDecision(DdhParameters.PUBLISHED, HARD);

  /** The published decision table with prices rounded away from the market; empty is no order. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "base,              2500.00, 2499.80, 2500.20, -0.14, 0.0216, 2492.59, 0.3, 2520.38, 0.3",
    "mark 2515,         2515.00, 2514.70, 2515.10, 0.184, 0.0216, 2492.59, 0.3, 2520.38, 0.3",
    "mark 2520.37,      2520.37, 2520.30, 2520.60, 0, 0.0216, 2506.48, 0.3, 2534.26, 0.3",
    "above the limit,   2500.00, 2499.80, 2500.20, 0.47, 0.0216, 2464.35, 0.3, 2500.00, 0.47",
    "cap on both sides, 2500.00, 2499.80, 2500.20, 0.05, 0.004, 2460.00, 0.11, 2540.00, 0.21",
    "wide book,         2500.00, 2480.00, 2505.00, 0.47, 0.0216, 2464.35, 0.3, 2500.00, 0.47",
    "600 s to expiry,   2500.00, 2499.80, 2500.20, -1.046667, 0.0072, 2500.00, 1.04, , ",
    "mark above ask,    2501.00, 2499.80, 2500.20, -0.47, 0.0216, 2500.00, 0.47, 2536.65, 0.3",
    "at the limit,      2500.00, 2499.80, 2500.20, 0.3, 0.0216, 2472.22, 0.3, 2500.00, 0.3",
    "short gamma over,  2500.00, 2499.80, 2500.20, 0.4, -0.01, , , 2500.00, 0.4",
    "short gamma under, 2500.00, 2499.80, 2500.20, -0.4, -0.01, 2500.00, 0.4, , ",
    "short gamma in,    2500.00, 2499.80, 2500.20, 0.29, -0.01, , , , ",
    "no gamma in,       2500.00, 2499.80, 2500.20, -0.29, 0, , , , ",
    "no gamma over,     2500.00, 2499.80, 2500.20, 0.31, 0, , , 2500.00, 0.31"
  })
  void restsWhereDeltaReachesTheBand(
      String name,
      double mark,
      double bid,
      double ask,
      double delta,
      double gamma,
      Double buyPrice,
      Double buyAmount,
      Double sellPrice,
      Double sellAmount) {
    var market = new DdhMarket(mark, Touch.of(bid, ask), RULES);

    DdhRound round = decide(DeltaProfile.linear(mark, delta, gamma), market);

    assertThat(round.buy().action()).isEqualTo(order(buyPrice, buyAmount));
    assertThat(round.sell().action()).isEqualTo(order(sellPrice, sellAmount));
  }

  private static DdhAction order(Double price, Double amount) {
    return price == null ? new None() : new Place(price, amount);
  }

  @Test
  void quotesStandTwoLimitsOverGammaApartAroundZeroDelta() {
    DdhRound round = decide(linear(-0.14, GAMMA), MARKET);

    assertThat(round.sell().priceUsd() - round.buy().priceUsd())
        .isCloseTo(2 * 0.3 / GAMMA, within(1e-5));
    assertThat(round.sell().moveUsd() + round.buy().moveUsd())
        .isCloseTo(2 * 0.14 / GAMMA, within(1e-5));
  }

  @Test
  void takesTheNearestOfSeveralPricesAtWhichDeltaReachesTheLimit() {
    DeltaProfile wave = price -> 0.5 * Math.sin((2500 - price) * Math.PI / 20);

    DdhRound round = decide(wave, MARKET);

    double toTheLimit = 20 / Math.PI * Math.asin(0.6);
    assertThat(round.buy().moveUsd()).isCloseTo(-20 - toTheLimit, within(1e-5));
    assertThat(round.sell().moveUsd()).isCloseTo(20 + toTheLimit, within(1e-5));
  }

  @Test
  void sizesAnOrderHeldBackByTheBookForTheDeltaItWillMeet() {
    var market = new DdhMarket(2500, Touch.of(2480.00, 2499.00), RULES);
    DeltaProfile falling = linear(0.5, -0.02);

    SideDecision sell = decide(falling, market).sell();

    assertThat(sell.action()).isEqualTo(new Place(2500, 0.5));
    SideDecision above = decide(falling, new DdhMarket(2500, Touch.of(2505, 2506), RULES)).sell();
    assertThat(above.action()).isEqualTo(new Place(2505.5, 0.39));
  }

  @Test
  void neverSizesAboveBandAndPresentDelta() {
    var market = new DdhMarket(2500, Touch.of(2505, 2506), RULES);

    assertThat(decide(linear(0.5, 0.1), market).sell().action()).isEqualTo(new Place(2505.5, 0.5));
    assertThat(decide(linear(0.29, 0.1), market).sell().action()).isEqualTo(new Place(2505.5, 0.3));
  }

  @Test
  void roundsToMultiplesOfStepsThatAreNoPowersOfTen() {
    var market = new DdhMarket(2500, Touch.of(2499.75, 2500.25), new PerpRules(0.25, 0.07, 0.1, 9));

    DdhRound round = decide(linear(-0.14, GAMMA), market);

    assertThat(round.buy().action()).isEqualTo(new Place(2492.5, 0.28));
    assertThat(round.sell().action()).isEqualTo(new Place(2520.5, 0.28));
  }

  @Test
  void splitsNothingButSendsTheVenuesMaximum() {
    var rules = new PerpRules(0.01, 0.03, 0.1, 0.2);
    var market = new DdhMarket(2500, Touch.of(2499.8, 2500.2), rules);

    assertThat(decide(linear(0.9, GAMMA), market).sell().action()).isEqualTo(new Place(2500, 0.18));
  }

  @Test
  void joinsTheMarkWhenTheBookIsEmpty() {
    var nobody = new Touch(OptionalDouble.empty(), OptionalDouble.empty());

    assertThat(decide(linear(0.9, GAMMA), new DdhMarket(2500, nobody, RULES)).sell().action())
        .isEqualTo(new Place(2500, 0.9));
  }

  @Test
  void neverQuotesAtZeroOrBelow() {
    var market = new DdhMarket(10, Touch.of(9.9, 10.1), RULES);

    DdhRound round = decide(DeltaProfile.linear(10, 0, 0.02), market);

    assertThat(round.buy().action()).isEqualTo(new Place(0.01, 0.19));
  }

  @ParameterizedTest
  @CsvSource({"2493.90, 0.29", "2491.10, 0.32", "2492.59, 0.30"})
  void keepsAnOrderWithinBothTolerances(double price, double remaining) {
    var order = new OpenOrder("b", price, remaining, 0);

    assertThat(buyActionWith(order)).isEqualTo(new Keep(order));
  }

  @ParameterizedTest
  @CsvSource({"2494.10, 0.29", "2492.59, 0.27"})
  void replacesAnOrderBeyondEitherToleranceKnowingWhatHasFilled(double price, double remaining) {
    var order = new OpenOrder("b", price, remaining + 0.5, 0.5);

    assertThat(buyActionWith(order)).isEqualTo(new Replace(order, 2492.59, 0.3));
  }

  @Test
  void clearsOnlyTheSideWithTwoOrders() {
    var sell = new OpenOrder("s", 2520.38, 0.3, 0);
    var buy = new OpenOrder("b", 2492.59, 0.3, 0);
    var orders = new OwnOrders(List.of(buy), List.of(sell, sell));

    DdhRound round = ddh.decide(linear(-0.14, GAMMA), MARKET, orders, 0);

    assertThat(round.sell().action()).isEqualTo(new CancelSide());
    assertThat(round.buy().action()).isEqualTo(new Keep(buy));
  }

  @Test
  void cancelsWhatAShortGammaBookInsideItsBandHasResting() {
    var orders =
        new OwnOrders(
            List.of(new OpenOrder("b", 2490, 0.3, 0)), List.of(new OpenOrder("s", 2510, 0.3, 0)));

    DdhRound round = ddh.decide(linear(0.2, -0.01), MARKET, orders, 0);

    assertThat(round.buy().action()).isEqualTo(new CancelSide());
    assertThat(round.sell().action()).isEqualTo(new CancelSide());
  }

  @ParameterizedTest
  @CsvSource({"1.2345, SELL, 2497.00, 1.23", "-1.2345, BUY, 2503.00, 1.23"})
  void paysTheSpreadOnceTheHardLimitHasLastedTooLong(
      double delta, HedgeSide side, double limit, double amount) {
    DdhRound round = ddh.decide(linear(delta, GAMMA), MARKET, OwnOrders.NONE, 5000);

    assertThat(round.on(side).action()).isEqualTo(new Cross(limit, amount));
    assertThat(round.on(side == BUY ? SELL : BUY).action()).isEqualTo(new None());
  }

  @ParameterizedTest
  @CsvSource({"1.2, 4999", "1.0, 60000", "0.9, 60000"})
  void waitsPassivelyBeforeTheHardLimitIsDue(double delta, long breachedMillis) {
    DdhRound round = ddh.decide(linear(delta, GAMMA), MARKET, OwnOrders.NONE, breachedMillis);

    assertThat(round.sell().action()).isEqualTo(new Place(2500, delta));
  }

  @Test
  void clearsTheOrderThatCouldHedgeTwiceBeforeItTakes() {
    var orders = new OwnOrders(List.of(), List.of(new OpenOrder("s", 2500, 1.2, 0)));

    DdhRound round = ddh.decide(linear(1.2, GAMMA), MARKET, orders, 9000);

    assertThat(round.buy().action()).isEqualTo(new None());
    assertThat(round.sell().action()).isEqualTo(new CancelSide());
  }

  @Test
  void clearsTheOrderItCouldTradeWithBeforeItTakes() {
    var orders = new OwnOrders(List.of(new OpenOrder("b", 2464, 0.3, 0)), List.of());

    DdhRound round = ddh.decide(linear(1.2, GAMMA), MARKET, orders, 9000);

    assertThat(round.buy().action()).isEqualTo(new CancelSide());
    assertThat(round.sell().action()).isEqualTo(new None());
  }

  @ParameterizedTest
  @ValueSource(doubles = {2496.99, 2400})
  void restsInsteadOfTakingBeyondThePriceBound(double bid) {
    var market = new DdhMarket(2500, Touch.of(bid, 2500.2), RULES);

    DdhRound round = ddh.decide(linear(1.2, GAMMA), market, OwnOrders.NONE, 9000);

    assertThat(round.sell().action()).isEqualTo(new Place(2500, 1.2));
  }

  @Test
  void restsInsteadOfTakingFromAnEmptySide() {
    var touch = new Touch(OptionalDouble.empty(), OptionalDouble.of(2500.2));

    DdhRound round =
        ddh.decide(linear(1.2, GAMMA), new DdhMarket(2500, touch, RULES), OwnOrders.NONE, 9000);

    assertThat(round.sell().action()).isEqualTo(new Place(2500, 1.2));
  }

  @Test
  void neverTakesWithoutAHardLimit() {
    var patient = new GammaDdhDecision(DdhParameters.PUBLISHED, HardLimit.NEVER);

    DdhRound round = patient.decide(linear(500, GAMMA), MARKET, OwnOrders.NONE, Long.MAX_VALUE);

    assertThat(round.sell().action()).isEqualTo(new Place(2500, 500));
  }

  @Test
  void refusesAHardLimitInsideTheBand() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GammaDdhDecision(DdhParameters.PUBLISHED, new HardLimit(0.3, 0, 1)))
        .withMessage("hardLimit.maxAbsDelta must be above maxAbsDelta 0.3, got 0.3");
  }

  @Test
  void refusesADeltaThatIsNoNumber() {
    DeltaProfile broken = price -> price < 2480 ? Double.NaN : 0;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> decide(broken, MARKET))
        .withMessageStartingWith("delta at 2478.75 must be a finite number, got NaN");
  }

  @Test
  void refusesNegativeTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ddh.decide(linear(0, 1), MARKET, OwnOrders.NONE, -1))
        .withMessageStartingWith("breachedMillis must be");
  }

  @Test
  void refusesACrossedBook() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Touch.of(2500, 2500))
        .withMessage("bidUsd must be below askUsd, got 2500.0 and 2500.0");
  }

  private DdhAction buyActionWith(OpenOrder order) {
    var orders = new OwnOrders(List.of(order), List.of());
    return ddh.decide(linear(-0.14, GAMMA), MARKET, orders, 0).buy().action();
  }

  private DdhRound decide(DeltaProfile profile, DdhMarket market) {
    return ddh.decide(profile, market, OwnOrders.NONE, 0);
  }

  private static DeltaProfile linear(double delta, double gamma) {
    return DeltaProfile.linear(2500, delta, gamma);
  }
}
