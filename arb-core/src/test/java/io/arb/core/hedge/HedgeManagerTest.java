package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static io.arb.core.hedge.Rig.PERP;
import static io.arb.core.hedge.Rig.TRADE;
import static io.arb.core.model.TradeState.FAILED;
import static io.arb.core.model.TradeState.HEDGED;
import static io.arb.core.model.TradeState.HEDGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Instrument;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.model.TradeId;
import io.arb.core.spi.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Selling the option: rest, move, escalate, cross. The delta stage has its own test. */
class HedgeManagerTest {
  private static final Duration ESCALATE = HedgeConfig.DEFAULTS.escalateAfter();

  private final Rig rig = Rig.live();

  @Test
  void recordsTheMoveToHedgingBeforeTheFirstOrder() {
    rig.open("10");

    List<Command> commands = rig.take();
    OrderRequest order = placed(commands);
    assertThat(commands)
        .containsSubsequence(
            Rig.moved(HEDGING, "hedge begins"),
            new Command.Announce(
                new Notice.TradeMoved(TRADE, HEDGING, CALL, Quantity.of("10"), "hedge begins")),
            new Command.PlaceOrder(order));
  }

  @Test
  void restsTheWholeQuantityOnTheOtherSide() {
    rig.open("10");

    OrderRequest order = rig.takeOrder();
    assertThat(order.instrument()).isEqualTo(CALL);
    assertThat(order.side()).isEqualTo(Side.SELL);
    assertThat(order.quantity()).isEqualTo(Quantity.of("10"));
    assertThat(order.timeInForce()).isEqualTo(TimeInForce.POST_ONLY);
    assertThat(order.limit()).isEqualTo(Price.of("50.5"));
  }

  @Test
  void buysBackWhatWeSold() {
    rig.hedges.open(
        TRADE, CALL, Side.SELL, Quantity.of("3"), Price.of("48"), rig.now, rig.commands);

    assertThat(rig.takeOrder().side()).isEqualTo(Side.BUY);
  }

  @Test
  void aTradeOpenedAgainIsHedgedOnce() {
    rig.open("10");
    rig.take();

    rig.open("10");

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void aHedgedTradeOpenedAgainStaysHedged() {
    rig.open("10");
    rig.filled(rig.takeOrder(), "10");
    rig.take();

    rig.open("10");

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void twoTradesInOneOptionAreHedgedApart() {
    rig.open("10");
    OrderRequest first = rig.takeOrder();
    TradeId second = new TradeId("t-2");
    rig.hedges.open(
        second, CALL, Side.BUY, Quantity.of("4"), Price.of("48"), rig.now, rig.commands);
    OrderRequest other = rig.takeOrder();

    rig.filled(first, "10");

    assertThat(rig.hedges.stillWorking()).isEqualTo(1);
    assertThat(rig.intents.find(other.id()).orElseThrow().purpose())
        .isEqualTo(OrderPurpose.optionHedge(second));
    assertThat(rig.hedges.working()).containsOnly(entry(CALL, "-4"));
  }

  @Test
  void staysHedgingUntilPartialFillsAddUp() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();
    rig.acknowledge(order);

    rig.filled(order, "4");
    assertThat(Rig.states(rig.take())).isEmpty();
    rig.filled(order, "6");

    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
    assertThat(rig.hedges.openHedges()).isEmpty();
  }

  @Test
  void sentAndAcceptedAreNotHedged() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();

    rig.acknowledge(order);

    assertThat(rig.hedges.stillWorking()).isEqualTo(1);
  }

  @Test
  void filledWithoutFillsIsNotHedged() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();

    rig.changed(order, OrderStatus.FILLED, "10");

    assertThat(rig.hedges.stillWorking()).isEqualTo(1);
    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void tellsWhatTheHedgeBrought() {
    rig.open("10");

    rig.filled(rig.takeOrder(), "10");

    assertThat(rig.take()).contains(Rig.moved(HEDGED, "10 of 10 traded away at 50.5 against 48"));
  }

  @Test
  void duplicateFillsHedgeOnce() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();
    var fill = rig.fill(order, "6");
    rig.event(new ExchangeEvent.OrderFilled(fill));

    rig.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(rig.hedges.working()).containsOnly(entry(CALL, "-4"));
    assertThat(rig.hedges.stillWorking()).isEqualTo(1);
  }

  @Test
  void movesTheOrderWhenTheWantedPriceMoved() {
    OrderRequest order = resting("10");
    rig.filled(order, "3");
    rig.take();
    rig.pass(Duration.ofSeconds(2));

    rig.ticker(CALL, "52");

    OrderRequest replacement = rig.takeOrder();
    assertThat(replacement.limit()).isEqualTo(Price.of("51.5"));
    assertThat(replacement.quantity()).isEqualTo(Quantity.of("7"));
    assertThat(rig.intents.find(order.id()).orElseThrow().isCancelling()).isTrue();
  }

  @Test
  void statesWhatItKnowsToBeFilledWhenItReplaces() {
    OrderRequest order = resting("10");
    rig.filled(order, "3");
    rig.pass(Duration.ofSeconds(2));
    rig.take();

    rig.ticker(CALL, "52");

    assertThat(rig.take())
        .anyMatch(
            c ->
                c instanceof Command.ReplaceOrder replace
                    && replace.target().equals(order.id())
                    && replace.expectedFilled().equals(Quantity.of("3")));
  }

  @Test
  void keepsItsPlaceWithinTheTolerance() {
    resting("10");
    rig.pass(Duration.ofSeconds(2));

    rig.ticker(CALL, "50.09");

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void doesNotMoveMoreOftenThanTheInterval() {
    resting("10");
    rig.passMillis(1999);

    rig.ticker(CALL, "52");

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void doesNotMoveAnOrderThatMissesAFill() {
    OrderRequest order = resting("10");
    rig.changed(order, OrderStatus.OPEN, "3");
    rig.pass(Duration.ofSeconds(2));
    rig.take();

    rig.ticker(CALL, "52");

    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void withoutReplaceItCancelsAndPlacesAfterTheProvenEnd() {
    Rig plain = new Rig(HedgeConfig.DEFAULTS, EnumSet.of(Capability.IMMEDIATE_OR_CANCEL)).goLive();
    plain.open("10");
    OrderRequest order = plain.takeOrder();
    plain.acknowledge(order);
    plain.pass(Duration.ofSeconds(2));
    plain.ticker(CALL, "52");
    assertThat(plain.takeSent()).containsExactly(Rig.cancelOf(order));

    plain.changed(order, OrderStatus.CANCELLED, "0");

    assertThat(plain.takeOrder().limit()).isEqualTo(Price.of("51.5"));
  }

  @Test
  void afterAReplaceOnlyTheNewOrderCounts() {
    OrderRequest order = resting("10");
    rig.pass(Duration.ofSeconds(2));
    rig.ticker(CALL, "52");
    OrderRequest replacement = rig.takeOrder();
    rig.changed(order, OrderStatus.CANCELLED, "0");
    rig.acknowledge(replacement);

    rig.filled(replacement, "10");

    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  @Test
  void aReplaceRefusedByTheFilledQuantityGoesOnWithWhatIsProven() {
    OrderRequest order = resting("10");
    rig.pass(Duration.ofSeconds(2));
    rig.ticker(CALL, "52");
    OrderRequest replacement = rig.takeOrder();
    rig.event(
        new ExchangeEvent.ReplaceRefused(
            order.id(), replacement.id(), Rejection.OTHER, "filled amount differs"));
    assertThat(Rig.asksFor(rig.take(), order)).isTrue();

    rig.resolved(order, OrderStatus.CANCELLED, "6", rig.fill(order, "6"));
    rig.pass(Duration.ofSeconds(1));

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("4"));
  }

  @Test
  void repeatedRefusalsToReplaceEndTheMovingNotTheTrade() {
    OrderRequest order = resting("10");
    for (int attempt = 1; attempt <= 3; attempt++) {
      rig.pass(Duration.ofSeconds(2));
      rig.ticker(CALL, "5" + attempt);
      OrderRequest replacement = rig.takeOrder();
      rig.event(
          new ExchangeEvent.ReplaceRefused(
              order.id(), replacement.id(), Rejection.OTHER, "filled amount differs"));
      rig.resolved(order, OrderStatus.OPEN, "0");
    }
    rig.pass(Duration.ofSeconds(2));
    rig.take();

    rig.ticker(CALL, "55");

    assertThat(rig.takeSent()).isEmpty();
    assertThat(rig.hedges.stillWorking()).isEqualTo(1);
  }

  @Test
  void aReplaceWhoseCreationFailedIsFollowedByOneNewOrder() {
    OrderRequest order = resting("10");
    rig.filled(order, "3");
    rig.pass(Duration.ofSeconds(2));
    rig.ticker(CALL, "52");
    OrderRequest replacement = placed(rig.take());
    rig.rejected(replacement, Rejection.WOULD_CROSS);
    rig.pass(Duration.ofSeconds(1));
    assertThat(rig.takeOrders()).isEmpty();

    rig.changed(order, OrderStatus.CANCELLED, "3");

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("7"));
  }

  @Test
  void escalatesByCancellingFirst() {
    OrderRequest order = resting("10");

    rig.pass(ESCALATE);

    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(order));
  }

  @Test
  void crossesForTheProvenRemainderOnly() {
    OrderRequest order = resting("100");
    rig.filled(order, "37");
    rig.pass(ESCALATE);
    rig.take();

    rig.changed(order, OrderStatus.CANCELLED, "61");
    assertThat(rig.takeOrders()).isEmpty();
    rig.filled(order, "24");

    OrderRequest crossing = rig.takeOrder();
    assertThat(crossing.quantity()).isEqualTo(Quantity.of("39"));
    assertThat(crossing.timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
    assertThat(crossing.limit()).isEqualTo(Price.of("47.5"));
  }

  @Test
  void aFillBeforeTheCancelAcknowledgementIsCountedAlike() {
    OrderRequest order = resting("100");
    rig.filled(order, "37");
    rig.pass(ESCALATE);
    rig.filled(order, "24");
    rig.take();

    rig.changed(order, OrderStatus.CANCELLED, "61");

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("39"));
  }

  @Test
  void aFillThatOnlyTheHistoryShowsIsCountedAlike() {
    OrderRequest order = resting("100");
    rig.filled(order, "37");
    rig.pass(ESCALATE);
    rig.changed(order, OrderStatus.CANCELLED, "61");
    rig.pass(Duration.ofSeconds(1));
    assertThat(Rig.asksFor(rig.take(), order)).isTrue();

    rig.resolved(order, OrderStatus.CANCELLED, "61", rig.fill(order, "24"));

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("39"));
  }

  @Test
  void aCancelThatCameTooLateIsHedgedByTheFill() {
    OrderRequest order = resting("10");
    rig.pass(ESCALATE);
    rig.filled(order, "10");
    rig.take();

    rig.event(new ExchangeEvent.CancelRefused(order.id(), "not open"));

    assertThat(rig.takeSent()).isEmpty();
    assertThat(rig.hedges.stillWorking()).isZero();
  }

  @Test
  void anUnansweredCancelHoldsTheCrossBack() {
    OrderRequest order = resting("10");
    rig.pass(ESCALATE);
    rig.take();

    rig.pass(Duration.ofSeconds(5));

    List<Command> commands = rig.take();
    assertThat(Rig.asksFor(commands, order)).isTrue();
    assertThat(commands.stream().filter(Command.PlaceOrder.class::isInstance)).isEmpty();
  }

  @Test
  void anAcceptedOrderWhoseAnswerWasLostIsNeverSentAgain() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();
    rig.unknown(order);
    rig.pass(Duration.ofSeconds(30));
    assertThat(rig.takeOrders()).isEmpty();

    rig.resolved(order, OrderStatus.FILLED, "10", rig.fill(order, "10"));

    List<Command> commands = rig.take();
    assertThat(Rig.states(commands)).containsExactly(HEDGED);
    assertThat(rig.stateOf(order)).isEqualTo(IntentState.FILLED);
  }

  @Test
  void anOrderProvenNeverToHaveExistedIsPlacedAnew() {
    rig.open("10");
    OrderRequest order = rig.takeOrder();
    rig.unknown(order);
    rig.resolvedAsAbsent(order);
    assertThat(rig.takeOrders()).isEmpty();

    rig.passMillis(500);

    assertThat(rig.takeOrder().id()).isNotEqualTo(order.id());
  }

  @Test
  void wouldCrossIsRepricedAFewTimesAndThenCrosses() {
    rig.open("10");
    rig.rejected(rig.takeOrder(), Rejection.WOULD_CROSS);
    rig.passMillis(500);
    rig.rejected(rig.takeOrder(), Rejection.WOULD_CROSS);
    rig.passMillis(1000);
    rig.rejected(rig.takeOrder(), Rejection.WOULD_CROSS);
    rig.passMillis(1500);
    rig.passMillis(1);

    assertThat(rig.takeOrder().timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  @Test
  void tooManyRequestsIsNoVerdictOnTheOrder() {
    rig.open("10");

    for (int refusal = 0; refusal < 20; refusal++) {
      rig.rejected(rig.takeOrder(), Rejection.RATE_LIMITED);
      rig.passMillis(500);
    }

    assertThat(rig.takeOrder().timeInForce()).isEqualTo(TimeInForce.POST_ONLY);
  }

  @Test
  void tooManyRequestsForTooLongIsAFailure() {
    rig.open("10");
    OrderRequest first = rig.takeOrder();
    rig.passMillis(HedgeConfig.DEFAULTS.giveUpAfter().toMillis());

    rig.rejected(first, Rejection.RATE_LIMITED);
    rig.passMillis(500);
    rig.rejected(rig.takeOrder(), Rejection.RATE_LIMITED);
    rig.passMillis(1000);
    rig.rejected(rig.takeOrder(), Rejection.RATE_LIMITED);
    rig.passMillis(1500);

    assertThat(rig.takeOrder().instrument()).isEqualTo(PERP);
  }

  @Test
  void waitsAfterARejection() {
    rig.open("10");
    rig.rejected(rig.takeOrder(), Rejection.WOULD_CROSS);

    rig.passMillis(499);

    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void insufficientMarginEndsInTheDeadLettersAndDoesNotLoop() {
    rig.open("10");
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    rig.passMillis(500);
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    rig.passMillis(1000);
    OrderRequest third = rig.takeOrder();
    rig.rejected(third, Rejection.INSUFFICIENT_MARGIN);

    List<Command> commands = rig.take();
    assertThat(Rig.states(commands)).containsExactly(FAILED);
    assertThat(Rig.notices(commands))
        .anyMatch(Notice.DeadLetterAdded.class::isInstance)
        .anyMatch(Notice.Incident.class::isInstance);
    rig.pass(Duration.ofMinutes(10));
    assertThat(rig.takeSent()).isEmpty();
    assertThat(rig.hedges.failed()).isEqualTo(1);
  }

  @Test
  void aFailedTradeIsNoLongerCountedAsWorking() {
    failByMargin("10");

    assertThat(rig.hedges.working()).isEmpty();
    assertThat(rig.hedges.stillWorking()).isZero();
  }

  @Test
  void aPersonMayAskForAFailedTradeAgainAndItMakesOneHedge() {
    failByMargin("10");

    assertThat(rig.hedges.retry(TRADE, rig.now, rig.commands)).isTrue();

    List<Command> commands = rig.take();
    assertThat(Rig.states(commands)).containsExactly(HEDGING);
    rig.filled(placed(commands), "10");
    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  @Test
  void onlyAFailedTradeCanBeAskedForAgain() {
    rig.open("10");
    rig.take();

    assertThat(rig.hedges.retry(TRADE, rig.now, rig.commands)).isFalse();
    assertThat(rig.hedges.retry(new TradeId("nobody"), rig.now, rig.commands)).isFalse();
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void dustIsCarried() {
    rig.open("10.004");
    OrderRequest order = rig.takeOrder();
    assertThat(order.quantity()).isEqualTo(Quantity.of("10"));

    rig.filled(order, "10");

    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  @Test
  void aQuantityAboveTheMaximumGoesInPieces() {
    rig.open("150");
    OrderRequest first = rig.takeOrder();
    assertThat(first.quantity()).isEqualTo(Quantity.of("100"));

    rig.filled(first, "100");

    OrderRequest second = rig.takeOrder();
    assertThat(second.quantity()).isEqualTo(Quantity.of("50"));
    rig.filled(second, "50");
    assertThat(Rig.states(rig.take())).containsExactly(HEDGED);
  }

  @Test
  void placesNothingWithoutAConnectionAndBeginsWithIt() {
    Rig offline = Rig.live();
    offline.disconnect();
    offline.open("10");
    assertThat(offline.takeOrders()).isEmpty();

    offline.connect();

    assertThat(offline.takeOrders()).hasSize(1);
  }

  @Test
  void aLostConnectionHoldsEverythingUntilTheOrderIsProven() {
    OrderRequest order = resting("10");
    rig.disconnect();
    rig.connect();
    rig.pass(ESCALATE);
    assertThat(rig.takeOrders()).isEmpty();

    rig.resolved(order, OrderStatus.CANCELLED, "4", rig.fill(order, "4"));

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("6"));
  }

  @Test
  void anOrderTheVenueTookAwayIsReplacedByAnotherForTheRest() {
    OrderRequest order = resting("10");
    rig.changed(order, OrderStatus.CANCELLED, "0");
    assertThat(rig.takeOrders()).isEmpty();

    rig.passMillis(500);

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("10"));
  }

  @Test
  void crossesAtOnceWhenConfiguredSo() {
    HedgeConfig d = HedgeConfig.DEFAULTS;
    Rig ioc =
        new Rig(
                new HedgeConfig(
                    HedgeConfig.OrderType.IOC,
                    d.maxSpreadBps(),
                    d.retryAttempts(),
                    d.retryPause(),
                    d.repegInterval(),
                    d.repegToleranceTicks(),
                    d.escalateAfter(),
                    d.crossingBoundBps(),
                    d.perpetualBoundBps(),
                    d.maxLossBps(),
                    d.giveUpAfter()))
            .goLive();

    ioc.open("10");

    assertThat(ioc.takeOrder().timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  @Test
  void whatIsBeingSoldCountsAsCovered() {
    OrderRequest order = resting("10");
    rig.filled(order, "4");

    assertThat(rig.hedges.working()).containsOnly(entry(CALL, "-6"));
  }

  @Test
  void showsHowFarAHedgeIs() {
    OrderRequest order = resting("10");
    rig.filled(order, "4");

    assertThat(rig.hedges.openHedges())
        .containsExactly(
            new OpenHedge(
                TRADE,
                CALL,
                Side.BUY,
                Quantity.of("10"),
                Quantity.of("4"),
                Quantity.ZERO,
                HEDGING,
                "option"));
    assertThat(rig.hedges.instruments()).containsExactlyInAnyOrder(CALL, Rig.PERP);
  }

  @Test
  void needsAnExchangeThatTakesImmediateOrders() {
    assertThatThrownBy(() -> new Rig(HedgeConfig.DEFAULTS, EnumSet.of(Capability.REPLACE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IMMEDIATE_OR_CANCEL");
  }

  private OrderRequest resting(String quantity) {
    rig.open(quantity);
    OrderRequest order = rig.takeOrder();
    rig.acknowledge(order);
    rig.take();
    return order;
  }

  private void failByMargin(String quantity) {
    rig.open(quantity);
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    rig.passMillis(500);
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    rig.passMillis(1000);
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    rig.take();
  }

  private static OrderRequest placed(List<Command> commands) {
    return commands.stream()
        .flatMap(
            c ->
                switch (c) {
                  case Command.PlaceOrder(OrderRequest request) -> Stream.of(request);
                  case Command.ReplaceOrder replace -> Stream.of(replace.replacement());
                  default -> Stream.<OrderRequest>empty();
                })
        .findFirst()
        .orElseThrow();
  }

  private static Map.Entry<Instrument, Quantity> entry(Instrument instrument, String quantity) {
    return Map.entry(instrument, Quantity.of(quantity));
  }
}
