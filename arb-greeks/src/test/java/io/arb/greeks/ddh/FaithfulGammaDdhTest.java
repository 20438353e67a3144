package io.arb.greeks.ddh;

import static io.arb.greeks.ddh.HedgeSide.BUY;
import static io.arb.greeks.ddh.HedgeSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.ddh.DdhAction.CancelAll;
import io.arb.greeks.ddh.DdhAction.CancelSide;
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

class FaithfulGammaDdhTest {
  private static final PerpRules RULES = new PerpRules(0.01, 0.01, 0.1, 1000);
  private static final Touch TOUCH = Touch.of(2499.80, 2500.20);
  private static final double GAMMA = 0.0216;

  private final FaithfulGammaDdh ddh = new FaithfulGammaDdh(DdhParameters.PUBLISHED);

  /** The published decision table; an empty price means that nothing is sent. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "base,              2500.00, 2499.80, 2500.20, -0.14, 0.0216, -7.4074, 0.3, 2492.59, 20.3704,"
        + " 0.3, 2520.37",
    "mark 2515,         2515.00, 2514.70, 2515.10, 0.184, 0.0216, -22.4074, 0.3, 2492.59, 5.3704,"
        + " 0.3, 2520.37",
    "mark 2520.37,      2520.37, 2520.30, 2520.60, 0, 0.0216, -13.8889, 0.3, 2506.48, 13.8889, 0.3,"
        + " 2534.26",
    "above the limit,   2500.00, 2499.80, 2500.20, 0.47, 0.0216, -35.6481, 0.3, 2464.35, 0, 0.47,"
        + " 2500.00",
    "cap on both sides, 2500.00, 2499.80, 2500.20, 0.05, 0.004, -40, 0.11, 2460.00, 40, 0.21,"
        + " 2540.00",
    "short gamma,       2500.00, 2499.80, 2500.20, 0.2, -0.01, 0, -0.2, , 0, 0.2, 2500.00",
    "wide book,         2500.00, 2480.00, 2505.00, 0.47, 0.0216, -35.6481, 0.3, 2464.35, 0, 0.47,"
        + " 2500.00",
    "600 s to expiry,   2500.00, 2499.80, 2500.20, -1.046667, 0.0072, 0, 1.046667, 2500.00, 40,"
        + " -0.758667, ",
    "no ask,            2500.00, 2499.80, , -0.14, 0.0216, -7.4074, 0.3, 2492.59, 20.3704, 0.3,"
        + " 2520.37",
    "mark above ask,    2501.00, 2499.80, 2500.20, -0.47, 0.0216, 0, 0.47, 2500.00, 35.6481, 0.3,"
        + " 2536.65",
    "at the limit,      2500.00, 2499.80, 2500.20, 0.3, 0.0216, -27.7778, 0.3, 2472.22, 0, 0.3,"
        + " 2500.00"
  })
  void followsThePublishedDecisionTable(
      String name,
      double mark,
      double bid,
      Double ask,
      double delta,
      double gamma,
      double buyMove,
      double buyAmount,
      Double buyPrice,
      double sellMove,
      double sellAmount,
      Double sellPrice) {
    var touch = new Touch(OptionalDouble.of(bid), optional(ask));
    DdhRound round = ddh.decide(state(mark, touch, delta, gamma, OwnOrders.NONE));

    assertSide(round.buy(), buyMove, buyAmount, buyPrice);
    assertSide(round.sell(), sellMove, sellAmount, sellPrice);
  }

  private static void assertSide(SideDecision got, double move, double amount, Double price) {
    assertThat(got.moveUsd()).isCloseTo(move, within(5e-5));
    assertThat(got.amount()).isCloseTo(amount, within(1e-6));
    double rounded = Math.round(amount * 100) / 100.0;
    assertThat(got.action()).isEqualTo(price == null ? new None() : new Place(price, rounded));
  }

  @Test
  void sendsBothOrdersOfTheWorkedExample() {
    double delta = 10 * 0.52 + 8 * -0.48 - 1.5;
    double gamma = 10 * 0.0012 + 8 * 0.0012;

    DdhRound round = ddh.decide(state(2500, TOUCH, delta, gamma, OwnOrders.NONE));

    assertThat(round.on(BUY).priceUsd()).isCloseTo(2492.5926, within(5e-5));
    assertThat(round.on(BUY).action()).isEqualTo(new Place(2492.59, 0.3));
    assertThat(round.on(SELL).priceUsd()).isCloseTo(2520.3704, within(5e-5));
    assertThat(round.on(SELL).action()).isEqualTo(new Place(2520.37, 0.3));
  }

  @Test
  void afterTheSellOfTheWorkedExampleTheBuyFollowsAndANewSellIsPlaced() {
    var oldBuy = new OpenOrder("b", 2492.59, 0.3, 0);
    var orders = new OwnOrders(List.of(oldBuy), List.of());

    DdhRound round = ddh.decide(state(2520.37, Touch.of(2520.3, 2520.6), 0, GAMMA, orders));

    assertThat(round.buy().action()).isEqualTo(new Replace(oldBuy, 2506.48, 0.3));
    assertThat(round.sell().action()).isEqualTo(new Place(2534.26, 0.3));
  }

  @ParameterizedTest
  @CsvSource({"2493.90, 0.29", "2492.59, 0.30", "2491.10, 0.32", "2492.59, 0.281"})
  void keepsAnOrderWithinBothTolerances(double price, double remaining) {
    var order = new OpenOrder("b", price, remaining, 0);

    assertThat(buyActionWith(order)).isEqualTo(new Keep(order));
  }

  @ParameterizedTest
  @CsvSource({"2494.10, 0.29", "2492.59, 0.27", "2490.90, 0.30", "2492.59, 0.33"})
  void replacesAnOrderBeyondEitherTolerance(double price, double remaining) {
    var order = new OpenOrder("b", price, remaining, 0);

    assertThat(buyActionWith(order)).isEqualTo(new Replace(order, 2492.59, 0.3));
  }

  @Test
  void comparesWhatRemainsOfAPartlyFilledOrder() {
    var order = new OpenOrder("b", 2492.59, 0.5, 0.2);

    assertThat(buyActionWith(order)).isEqualTo(new Keep(order));
  }

  @Test
  void twoOrdersOnASideCancelTheAccountButOnlyThatSideWaits() {
    var order = new OpenOrder("s", 2520.37, 0.3, 0);
    var orders = new OwnOrders(List.of(), List.of(order, order));

    DdhRound round = ddh.decide(state(2500, TOUCH, -0.14, GAMMA, orders));

    assertThat(round.sell().action()).isEqualTo(new CancelAll());
    assertThat(round.buy().action()).isEqualTo(new Place(2492.59, 0.3));
  }

  @Test
  void cancelsTheSideWhoseSizeFellUnderTheMinimumHoweverManyAreOpen() {
    var order = new OpenOrder("b", 2460, 0.3, 0);
    var orders = new OwnOrders(List.of(order, order), List.of());

    assertThat(ddh.decide(state(2500, TOUCH, 0.2, -0.01, orders)).buy().action())
        .isEqualTo(new CancelSide());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.299, -0.14, 0, 0.07, 0.299})
  void insideTheBandQuotesAreTwoLimitsOverGammaApartAndCentredOnZeroDelta(double delta) {
    DdhRound round = ddh.decide(state(2500, TOUCH, delta, GAMMA, OwnOrders.NONE));

    assertThat(round.sell().priceUsd() - round.buy().priceUsd())
        .isCloseTo(2 * 0.3 / GAMMA, within(1e-9));
    assertThat((round.sell().priceUsd() + round.buy().priceUsd()) / 2)
        .isCloseTo(2500 - delta / GAMMA, within(1e-9));
    assertThat(round.buy().amount()).isEqualTo(0.3);
    assertThat(round.sell().amount()).isEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7, -3, 1, 15, 20})
  void quotesStandStillWhileTheMarketMovesInsideTheBand(double move) {
    DdhRound before = ddh.decide(state(2500, TOUCH, -0.14, GAMMA, OwnOrders.NONE));
    var touch = Touch.of(2499.8 + move, 2500.2 + move);

    DdhRound after =
        ddh.decide(state(2500 + move, touch, -0.14 + GAMMA * move, GAMMA, OwnOrders.NONE));

    assertThat(after.buy().action()).isEqualTo(before.buy().action());
    assertThat(after.sell().action()).isEqualTo(before.sell().action());
  }

  @Test
  void fromFlatBothSizesAreGammaTimesTheCap() {
    DdhRound round = ddh.decide(state(2500, TOUCH, 0, 0.005, OwnOrders.NONE));

    assertThat(round.buy().amount()).isCloseTo(0.005 * 40, within(1e-12));
    assertThat(round.sell().amount()).isCloseTo(0.005 * 40, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.1, SELL, BUY", "-0.1, BUY, SELL", "5, SELL, BUY", "-5, BUY, SELL"})
  void shortGammaHedgesWholeDeltaAtOnceAndIgnoresTheBand(
      double delta, HedgeSide reducing, HedgeSide other) {
    DdhRound round = ddh.decide(state(2500, TOUCH, delta, -0.02, OwnOrders.NONE));

    assertThat(round.on(reducing).action()).isEqualTo(new Place(2500, Math.abs(delta)));
    assertThat(round.on(other).action()).isEqualTo(new None());
  }

  @Test
  void roundsToDecimalsOfTheStepSoThatAStepOfFiveIsMissed() {
    var rules = new PerpRules(0.05, 0.01, 0.1, 1000);
    var market = new DdhMarket(2500, TOUCH, rules);

    DdhRound round = ddh.decide(new DdhState(-0.14, GAMMA, market, OwnOrders.NONE));

    assertThat(round.buy().action()).isEqualTo(new Place(2492.59, 0.3));
  }

  @Test
  void refusesAPortfolioWithoutADelta() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state(2500, TOUCH, Double.NaN, GAMMA, OwnOrders.NONE))
        .withMessage("delta must be a finite number, got NaN");
  }

  private DdhAction buyActionWith(OpenOrder order) {
    var orders = new OwnOrders(List.of(order), List.of());
    return ddh.decide(state(2500, TOUCH, -0.14, GAMMA, orders)).buy().action();
  }

  private static DdhState state(
      double mark, Touch touch, double delta, double gamma, OwnOrders orders) {
    return new DdhState(delta, gamma, new DdhMarket(mark, touch, RULES), orders);
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
