package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static io.arb.core.hedge.Rig.PERP;
import static io.arb.core.hedge.Rig.TRADE;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.spi.Capability;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The gamma DDH at work. Long gamma means 10 calls at the money (delta 0.53 each, gamma 0.0107
 * together) against 5.3 short perpetuals; the band is 0.3, so the quotes stand about 28 USD away.
 */
class GammaDdhTest {
  private static final GammaDdhConfig CONFIG = GammaDdhConfig.defaults(PERP);

  private final Rig rig = Rig.live();
  private final Map<Instrument, Quantity> positions = new HashMap<>();
  private final Map<Instrument, Quantity> working = new HashMap<>();
  private GammaDdh ddh = ddh(CONFIG);

  @Test
  void restsOnBothSidesOfALongGammaBook() {
    longGamma();

    tick();

    List<OrderRequest> orders = rig.takeOrders();
    assertThat(orders).extracting(OrderRequest::side).containsExactly(Side.BUY, Side.SELL);
    assertThat(orders).extracting(OrderRequest::instrument).containsOnly(PERP);
    assertThat(orders).extracting(OrderRequest::timeInForce).containsOnly(TimeInForce.POST_ONLY);
    assertThat(orders.get(0).limit()).isBetween(Price.of("2465"), Price.of("2480"));
    assertThat(orders.get(1).limit()).isBetween(Price.of("2520"), Price.of("2535"));
    assertThat(orders).extracting(OrderRequest::quantity).containsOnly(Quantity.of("0.3"));
  }

  @Test
  void quotesTheWholeDeltaOutsideTheBand() {
    positions.put(PERP, Quantity.of("0.47"));

    tick();

    OrderRequest order = rig.takeOrder();
    assertThat(order.side()).isEqualTo(Side.SELL);
    assertThat(order.quantity()).isEqualTo(Quantity.of("0.47"));
    assertThat(order.limit()).isEqualTo(Price.of("2500"));
  }

  @Test
  void leavesAFlatBookInsideTheBandAlone() {
    positions.put(PERP, Quantity.of("0.2"));

    tick();

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void waitsBetweenTwoRounds() {
    tick();
    positions.put(PERP, Quantity.of("0.47"));

    rig.passMillis(2999);
    tick();
    assertThat(rig.takeOrders()).isEmpty();
    rig.passMillis(1);
    tick();

    assertThat(rig.takeOrders()).hasSize(1);
  }

  @Test
  void reactsToAFillAtOnce() {
    tick();
    positions.put(PERP, Quantity.of("0.47"));

    fills(rig.foreignFill("x", PERP, Side.BUY, "0.47"));

    assertThat(rig.takeOrders()).hasSize(1);
  }

  @Test
  void doesNotReactToAFillElsewhere() {
    tick();
    positions.put(PERP, Quantity.of("0.47"));

    fills(rig.foreignFill("x", Perpetual.of("BTC"), Side.BUY, "1"));

    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void keepsOrdersThatAreNearEnough() {
    restingSell("0.47");

    positions.put(PERP, Quantity.of("0.48"));
    nextRound();

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void replacesStatingWhatIsFilled() {
    OrderRequest order = restingSell("0.47");
    rig.filled(order, "0.1");
    rig.take();
    positions.put(PERP, Quantity.of("0.6"));

    nextRound();

    Command.ReplaceOrder replace = (Command.ReplaceOrder) rig.takeSent().getFirst();
    assertThat(replace.target()).isEqualTo(order.id());
    assertThat(replace.expectedFilled()).isEqualTo(Quantity.of("0.1"));
    assertThat(replace.replacement().quantity()).isEqualTo(Quantity.of("0.6"));
  }

  @Test
  void withoutReplaceItCancelsAndPlacesInALaterRound() {
    ddh = new GammaDdh(CONFIG, EnumSet.of(Capability.IMMEDIATE_OR_CANCEL), rig.intents, rig.market);
    OrderRequest order = restingSell("0.47");
    positions.put(PERP, Quantity.of("0.6"));
    nextRound();
    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(order));
    rig.changed(order, OrderStatus.CANCELLED, "0");

    nextRound();

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("0.6"));
  }

  @Test
  void cancelsASideThatIsNotWantedAnyMoreByItsOwnId() {
    OrderRequest order = restingSell("0.47");
    positions.put(PERP, Quantity.ZERO);

    nextRound();

    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(order));
  }

  @Test
  void anOptionWithoutFreshGreeksCancelsTheQuotesAndNothingElse() {
    OrderRequest order = restingSell("0.47");
    positions.put(CALL, Quantity.of("10"));

    nextRound();

    List<Command> commands = rig.take();
    assertThat(commands)
        .containsExactly(
            Rig.cancelOf(order),
            new Command.Announce(
                new Notice.Incident(
                    "gamma DDH pauses", "no fresh, plausible greeks of " + CALL.symbol())));
    assertThat(ddh.pauseReason()).isPresent();
  }

  @Test
  void saysOnceWhyItPauses() {
    positions.put(CALL, Quantity.of("10"));
    tick();
    rig.take();

    nextRound();

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void goesOnWhenTheGreeksAreBack() {
    positions.put(CALL, Quantity.of("10"));
    tick();
    longGamma();
    rig.take();

    nextRound();

    assertThat(rig.takeOrders()).hasSize(2);
    assertThat(ddh.pauseReason()).isEmpty();
  }

  @Test
  void greeksThatContradictThemselvesAreNoGreeks() {
    positions.put(CALL, Quantity.of("10"));

    assertThat(pausesWith("7.3", "0.5", "2500")).isTrue();
    assertThat(pausesWith("0", "0.5", "2500")).isTrue();
    assertThat(pausesWith("-0.53", "0.5", "2500")).isTrue();
    assertThat(pausesWith("0.53", "0", "2500")).isTrue();
    assertThat(pausesWith("0.53", "0.5", "2500")).isFalse();
  }

  @Test
  void withoutAFreshMarkOrBookItPauses() {
    positions.put(PERP, Quantity.of("0.47"));
    rig.market.forgetPrices();
    tick();
    assertThat(ddh.pauseReason()).contains("no fresh mark of ETH-PERP");
    rig.ticker(PERP, "2500");

    nextRound();

    assertThat(ddh.pauseReason()).contains("no usable book of ETH-PERP");
    assertThat(rig.takeOrders()).isEmpty();
  }

  @Test
  void anExpiredOptionHasNoDeltaLeft() {
    positions.put(Option.call("ETH", Rig.START, "2500"), Quantity.of("10"));
    positions.put(PERP, Quantity.of("0.47"));

    tick();

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("0.47"));
  }

  @Test
  void optionsOfOtherUnderlyingsAreNotItsConcern() {
    positions.put(Option.call("BTC", CALL.expiry(), "90000"), Quantity.of("10"));
    positions.put(PERP, Quantity.of("0.47"));

    tick();

    assertThat(rig.takeOrders()).hasSize(1);
  }

  @Test
  void whatTheHedgeManagerIsSellingCountsAsSold() {
    positions.put(CALL, Quantity.of("10"));
    working.put(CALL, Quantity.of("-10"));

    tick();

    assertThat(rig.take()).isEmpty();
    assertThat(ddh.pauseReason()).isEmpty();
  }

  @Test
  void doesNotStandInTheWayOfATradesHedge() {
    positions.put(PERP, Quantity.of("-0.47"));
    tick();
    OrderRequest bid = rig.takeOrder();
    rig.acknowledge(bid);
    working.put(PERP, Quantity.of("-2"));

    nextRound();

    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(bid));
  }

  @Test
  void ordersOfTradesAreLeftAlone() {
    OrderDraft draft =
        new OrderDraft(PERP, Side.SELL, Quantity.of("1"), Price.of("2510"), TimeInForce.POST_ONLY);
    OrderIntent other =
        rig.intents.place(draft, OrderPurpose.deltaHedge(TRADE), rig.now, rig.commands);
    rig.acknowledge(other.request());
    rig.take();

    tick();

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void sendsNothingForASideWhileAnOrderOfItIsUnanswered() {
    positions.put(PERP, Quantity.of("0.47"));
    tick();
    rig.take();
    positions.put(PERP, Quantity.of("0.8"));

    nextRound();

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void anUnknownOrderBlocksItsSideUntilItIsResolved() {
    OrderRequest order = restingSell("0.47");
    rig.unknown(order);
    positions.put(PERP, Quantity.of("0.8"));
    nextRound();
    assertThat(rig.takeOrders()).isEmpty();
    rig.resolved(order, OrderStatus.CANCELLED, "0");

    nextRound();

    assertThat(rig.takeOrder().quantity()).isEqualTo(Quantity.of("0.8"));
  }

  @Test
  void beyondTheHardLimitItRestsFirst() {
    positions.put(PERP, Quantity.of("2"));

    tick();

    assertThat(rig.takeOrder().timeInForce()).isEqualTo(TimeInForce.POST_ONLY);
  }

  @Test
  void beyondTheHardLimitForLongItCancelsAndThenTakes() {
    OrderRequest resting = restingSell("2");
    rig.pass(CONFIG.hardLimitAfter());
    tick();
    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(resting));
    rig.changed(resting, OrderStatus.CANCELLED, "0");

    nextRound();

    OrderRequest taking = rig.takeOrder();
    assertThat(taking.timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
    assertThat(taking.side()).isEqualTo(Side.SELL);
    assertThat(taking.quantity()).isEqualTo(Quantity.of("2"));
    assertThat(taking.limit()).isEqualTo(Price.of("2487.5"));
  }

  @Test
  void theTimeBeyondTheHardLimitMustBeUnbroken() {
    restingSell("2");
    positions.put(PERP, Quantity.of("0.9"));
    rig.pass(CONFIG.hardLimitAfter().minusSeconds(4));
    tick();
    rig.acknowledge(rig.takeOrder());
    positions.put(PERP, Quantity.of("2"));
    rig.pass(Duration.ofSeconds(4));

    tick();

    assertThat(rig.takeOrders())
        .extracting(OrderRequest::timeInForce)
        .doesNotContain(TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  @Test
  void takingThatReducesDeltaIsFine() {
    OrderRequest taking = takes("2");
    positions.put(PERP, Quantity.ZERO);
    rig.filled(taking, "2");

    nextRound();

    assertThat(ddh.isHalted()).isFalse();
  }

  @Test
  void haltsWhenTakingDoesNotReduceDelta() {
    rig.filled(takes("2"), "2");
    nextRound();
    rig.filled(rig.takeOrder(), "2");
    rig.take();

    nextRound();

    assertThat(ddh.isHalted()).isTrue();
    assertThat(ddh.haltReason()).contains("hedge did not reduce delta, 2 in a row");
    List<Command> commands = rig.take();
    assertThat(Rig.ledger(commands))
        .containsExactly(
            new LedgerEntry.DeadLettered("gamma DDH", "hedge did not reduce delta, 2 in a row"));
    assertThat(Rig.notices(commands)).anyMatch(Notice.Incident.class::isInstance);
  }

  @Test
  void sendsNothingOnceHaltedUntilAPersonResumesIt() {
    rig.filled(takes("2"), "2");
    nextRound();
    rig.filled(rig.takeOrder(), "2");
    nextRound();
    rig.take();
    nextRound();
    assertThat(rig.take()).isEmpty();

    ddh.resume();
    nextRound();

    assertThat(ddh.isHalted()).isFalse();
    assertThat(rig.takeOrders()).hasSize(1);
  }

  @Test
  void haltsAfterRefusalsThatNoRetryHelps() {
    positions.put(PERP, Quantity.of("0.47"));
    tick();
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);
    nextRound();
    nextRound();
    rig.rejected(rig.takeOrder(), Rejection.INSUFFICIENT_MARGIN);

    nextRound();

    assertThat(ddh.haltReason()).hasValueSatisfying(r -> assertThat(r).contains("refuses"));
  }

  @Test
  void repricesAfterAWouldCrossButNotAtOnce() {
    positions.put(PERP, Quantity.of("0.47"));
    tick();
    rig.rejected(rig.takeOrder(), Rejection.WOULD_CROSS);
    nextRound();
    assertThat(rig.takeOrders()).isEmpty();

    nextRound();

    assertThat(rig.takeOrders()).hasSize(1);
    assertThat(ddh.isHalted()).isFalse();
  }

  @Test
  void aReplaceThatCameTooLateIsNoReasonToHalt() {
    OrderRequest order = restingSell("0.47");
    positions.put(PERP, Quantity.of("0.8"));
    for (int round = 1; round <= 5; round++) {
      rig.pass(Duration.ofMinutes(1));
      tick();
      rig.event(
          new ExchangeEvent.ReplaceRefused(
              order.id(), rig.takeOrder().id(), Rejection.OTHER, "filled amount differs"));
      rig.resolved(order, OrderStatus.OPEN, "0");
      nextRound();
    }

    assertThat(ddh.isHalted()).isFalse();
  }

  @Test
  void doesNotImproveOnItself() {
    positions.put(PERP, Quantity.of("0.47"));
    rig.perpBook("2499", "2503");
    tick();
    OrderRequest order = rig.takeOrder();
    rig.acknowledge(order);
    rig.perpBook("2499", order.limit().toString());

    nextRound();

    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void sendsNothingWhenDisabled() {
    ddh = ddh(disabled());
    positions.put(PERP, Quantity.of("5"));

    tick();

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void sendsNothingWithoutAConnection() {
    positions.put(PERP, Quantity.of("5"));
    rig.disconnect();
    rig.take();

    tick();

    assertThat(rig.take()).isEmpty();
  }

  private GammaDdh ddh(GammaDdhConfig config) {
    return new GammaDdh(
        config,
        EnumSet.of(Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL),
        rig.intents,
        rig.market);
  }

  private void longGamma() {
    positions.put(CALL, Quantity.of("10"));
    positions.put(PERP, Quantity.of("-5.3"));
    rig.greeks(CALL, "0.53", "0.5", "2500");
  }

  private boolean pausesWith(String delta, String vol, String forward) {
    rig.passMillis(1);
    rig.greeks(CALL, delta, vol, forward);
    nextRound();
    return ddh.pauseReason().isPresent();
  }

  private OrderRequest restingSell(String quantity) {
    positions.put(PERP, Quantity.of(quantity));
    tick();
    OrderRequest order = rig.takeOrder();
    rig.acknowledge(order);
    rig.take();
    return order;
  }

  /** Beyond the hard limit for long, with nothing resting: the order that takes. */
  private OrderRequest takes(String quantity) {
    OrderRequest resting = restingSell(quantity);
    rig.pass(CONFIG.hardLimitAfter());
    tick();
    rig.changed(resting, OrderStatus.CANCELLED, "0");
    rig.take();
    nextRound();
    return rig.takeOrder();
  }

  private void nextRound() {
    rig.now = rig.now.plus(CONFIG.actionWait());
    tick();
  }

  private void tick() {
    ddh.onTick(positions, working, rig.now, rig.commands);
  }

  private void fills(Fill fill) {
    rig.event(new ExchangeEvent.OrderFilled(fill));
    rig.take();
    ddh.onFills(rig.booked, positions, working, rig.now, rig.commands);
  }

  private static GammaDdhConfig disabled() {
    return new GammaDdhConfig(
        false,
        CONFIG.perpetual(),
        CONFIG.maxAbsDelta(),
        CONFIG.maxAbsSpread(),
        CONFIG.priceTol(),
        CONFIG.amountTol(),
        CONFIG.midPriceTol(),
        CONFIG.actionWait(),
        CONFIG.hardDeltaLimit(),
        CONFIG.hardLimitAfter(),
        CONFIG.aggressiveBoundBps(),
        CONFIG.stuckAfter());
  }
}
