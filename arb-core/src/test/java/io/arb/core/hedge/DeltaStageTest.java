package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static io.arb.core.hedge.Rig.CALL_SPEC;
import static io.arb.core.hedge.Rig.PERP;
import static io.arb.core.hedge.Rig.PERP_SPEC;
import static io.arb.core.hedge.Rig.TRADE;
import static io.arb.core.model.TradeState.FAILED;
import static io.arb.core.model.TradeState.HEDGED;
import static io.arb.core.model.TradeState.HEDGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What cannot be sold has its delta covered in the perpetual. */
class DeltaStageTest {
  private static final Duration GIVE_UP = HedgeConfig.DEFAULTS.giveUpAfter();

  private final Rig rig = Rig.live();

  @Test
  void anUnlistedOptionIsDeltaHedgedAtOnce() {
    rig.list(PERP_SPEC);
    rig.take();

    rig.open("10");

    OrderRequest order = rig.takeOrder();
    assertThat(order.instrument()).isEqualTo(PERP);
    assertThat(order.side()).isEqualTo(Side.SELL);
    assertThat(order.quantity()).isEqualTo(Quantity.of("5"));
    assertThat(order.timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
    assertThat(order.limit()).isEqualTo(Price.of("2486.5"));
    assertThat(rig.intents.find(order.id()).orElseThrow().purpose())
        .isEqualTo(OrderPurpose.deltaHedge(TRADE));
  }

  @Test
  void anInactiveOptionIsDeltaHedgedAtOnce() {
    rig.list(Rig.inactive(CALL_SPEC), PERP_SPEC);
    rig.take();

    rig.open("10");

    assertThat(rig.takeOrder().instrument()).isEqualTo(PERP);
  }

  @Test
  void aClosedInstrumentIsDeltaHedgedAfterOneRefusal() {
    rig.open("10");
    rig.rejected(rig.takeOrder(), Rejection.INSTRUMENT_CLOSED);

    assertThat(rig.takeOrder().instrument()).isEqualTo(PERP);
  }

  @Test
  void anOptionWeSoldIsCoveredByABuy() {
    rig.list(PERP_SPEC);
    rig.take();

    rig.hedges.open(
        TRADE, CALL, Side.SELL, Quantity.of("10"), Price.of("48"), rig.now, rig.commands);

    assertThat(rig.takeOrder().side()).isEqualTo(Side.BUY);
  }

  @Test
  void aPutIsCoveredByABuy() {
    Option put = Option.put("ETH", CALL.expiry(), "2500");
    rig.list(PERP_SPEC);
    rig.delta = OptionalDouble.of(-0.4);
    rig.take();

    rig.hedges.open(TRADE, put, Side.BUY, Quantity.of("10"), Price.of("48"), rig.now, rig.commands);

    OrderRequest order = rig.takeOrder();
    assertThat(order.side()).isEqualTo(Side.BUY);
    assertThat(order.quantity()).isEqualTo(Quantity.of("4"));
  }

  @Test
  void isHedgedWhenThePerpetualsFillsSaySo() {
    OrderRequest order = unlisted("10");

    rig.filled(order, "2");
    assertThat(Rig.states(rig.take())).isEmpty();
    rig.filled(order, "3");

    assertThat(rig.take()).contains(Rig.moved(HEDGED, "0 of 10 traded away, -5 ETH-PERP"));
  }

  @Test
  void thePerpetualOnItsWayCountsAsCoverage() {
    OrderRequest order = unlisted("10");
    rig.filled(order, "2");

    assertThat(rig.hedges.working())
        .isEqualTo(Map.<Instrument, Quantity>of(PERP, Quantity.of("-3")));
  }

  @Test
  void theRestOfAPartialImmediateOrderFollowsAfterAPause() {
    OrderRequest order = unlisted("10");
    rig.filled(order, "2");
    rig.changed(order, OrderStatus.CANCELLED, "2");
    assertThat(rig.takeOrders()).isEmpty();

    rig.passMillis(500);

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("3"));
  }

  @Test
  void noLiquidityInTheOptionLeadsToThePerpetualForTheRest() {
    rig.open("10");
    OrderRequest resting = rig.takeOrder();
    rig.acknowledge(resting);
    rig.filled(resting, "4");
    rig.pass(HedgeConfig.DEFAULTS.escalateAfter());
    rig.take();
    rig.changed(resting, OrderStatus.CANCELLED, "4");
    rig.rejected(rig.takeOrder(), Rejection.NO_LIQUIDITY);
    rig.passMillis(500);
    rig.changed(rig.takeOrder(), OrderStatus.CANCELLED, "0");
    rig.passMillis(1000);
    rig.rejected(rig.takeOrder(), Rejection.NO_LIQUIDITY);

    OrderRequest perpetual = rig.takeOrder();
    assertThat(perpetual.instrument()).isEqualTo(PERP);
    assertThat(perpetual.quantity()).isEqualTo(Quantity.of("3"));
    rig.filled(perpetual, "3");
    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  @Test
  void anOptionWithoutABookIsDeltaHedgedAfterAWhile() {
    rig.market.forgetPrices();
    rig.perpBook("2499", "2501");
    rig.open("10");
    rig.pass(HedgeConfig.DEFAULTS.escalateAfter().minusMillis(1));
    assertThat(rig.takeOrders()).isEmpty();

    rig.passMillis(1);

    assertThat(rig.takeOrder().instrument()).isEqualTo(PERP);
  }

  @Test
  void withoutADeltaItWaitsAndTriesAgainEachTick() {
    rig.delta = OptionalDouble.empty();
    rig.list(PERP_SPEC);
    rig.open("10");
    rig.pass(GIVE_UP.minusMillis(1));
    assertThat(rig.takeOrders()).isEmpty();
    assertThat(rig.hedges.working())
        .isEqualTo(Map.<Instrument, Quantity>of(CALL, Quantity.of("-10")));

    rig.delta = OptionalDouble.of(0.5);
    rig.passMillis(1);

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("5"));
  }

  @Test
  void withoutADeltaForTooLongItGoesToTheDeadLetters() {
    rig.delta = OptionalDouble.empty();
    rig.list(PERP_SPEC);
    rig.open("10");

    rig.pass(GIVE_UP);

    assertThat(Rig.states(rig.take())).containsExactly(HEDGING, FAILED);
    assertThat(rig.hedges.failed()).isEqualTo(1);
  }

  @Test
  void anImpossibleDeltaIsNoDelta() {
    rig.list(PERP_SPEC);
    rig.delta = OptionalDouble.of(7.3);
    rig.open("10");
    rig.delta = OptionalDouble.of(Double.NaN);
    rig.passMillis(1);

    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void aDeltaOfNothingNeedsNoOrder() {
    rig.list(PERP_SPEC);
    rig.delta = OptionalDouble.of(0.0001);
    rig.take();

    rig.open("10");

    List<Command> commands = rig.take();
    assertThat(Rig.states(commands)).containsExactly(HEDGING, HEDGED);
  }

  @Test
  void aRemainderUnderTheVenuesMinimumIsDeltaHedgedIfItIsAtLeastAStep() {
    rig.delta = OptionalDouble.of(1);
    rig.list(CALL_SPEC, Rig.spec(PERP, "0.01", "0.01", "0.01", "50"));
    rig.open("10.05");
    OrderRequest resting = rig.takeOrder();
    rig.filled(resting, "10");
    rig.changed(resting, OrderStatus.CANCELLED, "10");
    rig.passMillis(500);

    OrderRequest perpetual = rig.takeOrder();
    assertThat(perpetual.instrument()).isEqualTo(PERP);
    assertThat(perpetual.quantity()).isEqualTo(Quantity.of("0.05"));
  }

  @Test
  void aPerpetualThatRefusesEndsInTheDeadLetters() {
    OrderRequest order = unlisted("10");
    rig.rejected(order, Rejection.NO_LIQUIDITY);
    rig.passMillis(500);
    rig.rejected(rig.takeOrder(), Rejection.NO_LIQUIDITY);
    rig.passMillis(1000);
    rig.rejected(rig.takeOrder(), Rejection.NO_LIQUIDITY);

    assertThat(Rig.states(rig.take())).containsExactly(FAILED);
  }

  @Test
  void aPerpetualThatCannotBeSeenEndsInTheDeadLetters() {
    rig.market.forgetPrices();
    rig.list(PERP_SPEC);
    rig.open("10");

    rig.pass(GIVE_UP);

    assertThat(Rig.states(rig.take())).containsExactly(HEDGING, FAILED);
  }

  @Test
  void afterARetryOnlyTheRestOfTheDeltaIsHedged() {
    OrderRequest order = unlisted("10");
    rig.filled(order, "2");
    rig.changed(order, OrderStatus.CANCELLED, "2");
    for (int attempt = 1; attempt <= 3; attempt++) {
      rig.passMillis(5000);
      rig.rejected(rig.takeOrder(), Rejection.NO_LIQUIDITY);
    }
    assertThat(Rig.states(rig.take())).containsExactly(FAILED);

    rig.hedges.retry(TRADE, rig.now, rig.commands);

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("3"));
  }

  @Test
  void anUnknownPerpetualOrderIsNeverSentAgain() {
    OrderRequest order = unlisted("10");
    rig.unknown(order);
    rig.pass(Duration.ofMinutes(5));
    assertThat(rig.takeOrders()).isEmpty();

    rig.resolved(order, OrderStatus.FILLED, "5", rig.fill(order, "5"));

    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  private OrderRequest unlisted(String quantity) {
    rig.list(PERP_SPEC);
    rig.take();
    rig.open(quantity);
    return rig.takeOrder();
  }
}
