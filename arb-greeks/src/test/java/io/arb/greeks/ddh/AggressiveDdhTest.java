package io.arb.greeks.ddh;

import static io.arb.greeks.ddh.HedgeSide.BUY;
import static io.arb.greeks.ddh.HedgeSide.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

class AggressiveDdhTest {
  private static final PerpRules RULES = new PerpRules(0.1, 0.01, 0.1, 1000);
  private static final DdhMarket MARKET = new DdhMarket(2500, Touch.of(2499, 2501), RULES);

  /** Two seconds at the best price, three inside the spread, then up to 2 and later 10 USD past. */
  private static final Escalation PLAN = new Escalation(2000, 3000, 2, 10, 4000);

  private final AggressiveDdh ddh = new AggressiveDdh(DdhParameters.PUBLISHED, PLAN);

  @ParameterizedTest
  @CsvSource({
    "0,     2501.0",
    "1999,  2501.0",
    "2000,  2499.1",
    "4999,  2499.1",
  })
  void restsEverNearerBeforeItTakes(long breachedMillis, double price) {
    assertThat(decide(0.456, breachedMillis).sell().action()).isEqualTo(new Place(price, 0.45));
  }

  @ParameterizedTest
  @CsvSource({"5000, 2497", "7000, 2493", "9000, 2490", "60000, 2490"})
  void takesFurtherAndFurtherFromTheTouchButNotFromTheMark(long breachedMillis, double limit) {
    assertThat(decide(0.456, breachedMillis).sell().action()).isEqualTo(new Cross(limit, 0.45));
  }

  @ParameterizedTest
  @CsvSource({"0, 2499.0", "2000, 2500.9"})
  void buysBackWhatIsShort(long breachedMillis, double price) {
    DdhRound round = decide(-0.456, breachedMillis);

    assertThat(round.buy().action()).isEqualTo(new Place(price, 0.45));
    assertThat(round.sell().action()).isEqualTo(new None());
    assertThat(decide(-0.456, 5000).buy().action()).isEqualTo(new Cross(2503, 0.45));
  }

  @ParameterizedTest
  @CsvSource({"0.3", "-0.3", "0"})
  void doesNothingInsideTheBand(double delta) {
    DdhRound round = decide(delta, 60_000);

    assertThat(round.buy().action()).isEqualTo(new None());
    assertThat(round.sell().action()).isEqualTo(new None());
  }

  @Test
  void cancelsWhatRestsOnceDeltaIsInsideAgain() {
    var orders = new OwnOrders(List.of(), List.of(new OpenOrder("s", 2501, 0.45, 0)));

    assertThat(ddh.decide(0.2, MARKET, orders, 0).sell().action()).isEqualTo(new CancelSide());
  }

  @Test
  void keepsOrReplacesItsRestingOrder() {
    var order = new OpenOrder("s", 2501, 0.45, 0);
    var orders = new OwnOrders(List.of(), List.of(order));

    assertThat(ddh.decide(0.456, MARKET, orders, 0).sell().action()).isEqualTo(new Keep(order));
    assertThat(ddh.decide(0.456, MARKET, orders, 3000).sell().action())
        .isEqualTo(new Replace(order, 2499.1, 0.45));
  }

  @Test
  void clearsBothSidesBeforeItTakes() {
    var orders =
        new OwnOrders(
            List.of(new OpenOrder("b", 2498, 0.3, 0)), List.of(new OpenOrder("s", 2501, 0.45, 0)));

    DdhRound round = ddh.decide(0.456, MARKET, orders, 5000);

    assertThat(round.on(BUY).action()).isEqualTo(new CancelSide());
    assertThat(round.on(SELL).action()).isEqualTo(new CancelSide());
  }

  @Test
  void restsInsideTheSpreadWhenTheBookIsBeyondTheLastBound() {
    var gone = new DdhMarket(2500, Touch.of(2480, 2501), RULES);

    assertThat(ddh.decide(0.456, gone, OwnOrders.NONE, 60_000).sell().action())
        .isEqualTo(new Place(2480.1, 0.45));
  }

  @Test
  void restsAtTheMarkWhenTheBookIsEmpty() {
    var empty =
        new DdhMarket(2500, new Touch(OptionalDouble.empty(), OptionalDouble.empty()), RULES);

    assertThat(ddh.decide(-0.456, empty, OwnOrders.NONE, 60_000).buy().action())
        .isEqualTo(new Place(2499.9, 0.45));
  }

  @Test
  void sendsNothingUnderTheMinimumSize() {
    var coarse = new DdhMarket(2500, MARKET.touch(), new PerpRules(0.1, 0.01, 0.5, 1000));

    assertThat(ddh.decide(0.456, coarse, OwnOrders.NONE, 60_000).sell().action())
        .isEqualTo(new None());
  }

  @Test
  void takesAtOnceWithoutPatience() {
    var impatient = new AggressiveDdh(DdhParameters.PUBLISHED, Escalation.atOnce(5));

    assertThat(impatient.decide(0.456, MARKET, OwnOrders.NONE, 0).sell().action())
        .isEqualTo(new Cross(2495, 0.45));
  }

  @Test
  void refusesBoundsThatShrink() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Escalation(0, 0, 5, 4, 0))
        .withMessage("lastCrossUsd must be at least firstCrossUsd 5.0, got 4.0");
  }

  private DdhRound decide(double delta, long breachedMillis) {
    return ddh.decide(delta, MARKET, OwnOrders.NONE, breachedMillis);
  }
}
