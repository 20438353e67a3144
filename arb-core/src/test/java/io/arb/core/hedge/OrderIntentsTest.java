package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderIntentsTest {
  private final Rig rig = Rig.live();

  @Test
  void recordsAnOrderBeforeItPlacesIt() {
    OrderRequest request = rig.place("2", "51").request();

    assertThat(rig.take())
        .containsExactly(
            new Command.WriteLedger(
                new LedgerEntry.OrderIntended(request, OrderPurpose.gammaDdh(), Optional.empty())),
            new Command.PlaceOrder(request),
            new Command.Announce(
                new Notice.OrderSent(request, OrderPurpose.gammaDdh(), Optional.empty())));
    assertThat(rig.stateOf(request)).isEqualTo(IntentState.SENT);
  }

  @Test
  void tellsTheVenueToRefuseALateOrder() {
    OrderRequest request = rig.place("2", "51").request();

    assertThat(request.rejectAfter()).isEqualTo(rig.now.plus(OrderTiming.DEFAULTS.rejectAfter()));
  }

  @Test
  void recordsAReplacementWithWhatItReplacesAndExpects() {
    OrderIntent target = openOrder("2");
    rig.filled(target.request(), "0.5");
    rig.take();

    OrderRequest replacement = replace(target, "1.5", "50.5").request();

    assertThat(rig.take())
        .startsWith(
            new Command.WriteLedger(
                new LedgerEntry.OrderIntended(
                    replacement, OrderPurpose.gammaDdh(), Optional.of(target.id()))),
            new Command.ReplaceOrder(target.id(), Quantity.of("0.5"), replacement));
  }

  @Test
  void refusesToReplaceAnOrderThatIsNotSteady() {
    OrderIntent unanswered = rig.place("2", "51");

    assertThatThrownBy(() -> replace(unanswered, "2", "50"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot replace");
  }

  @Test
  void idsNeverRepeat() {
    ClientOrderId first = rig.place("2", "51").id();
    ClientOrderId second = rig.place("2", "51").id();

    assertThat(second).isGreaterThan(first);
  }

  @Test
  void opensWithTheAcknowledgement() {
    OrderIntent intent = openOrder("2");

    assertThat(intent.state()).isEqualTo(IntentState.OPEN);
    assertThat(intent.isSteady()).isTrue();
  }

  @Test
  void countsAFillOnceAndRecordsIt() {
    OrderIntent intent = openOrder("2");
    Fill fill = rig.fill(intent.request(), "0.5");

    rig.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(rig.booked)
        .containsExactly(new BookedFill(fill, Optional.of(OrderPurpose.gammaDdh())));
    assertThat(rig.take())
        .containsExactly(
            new Command.WriteLedger(new LedgerEntry.FillBooked(fill)),
            new Command.Announce(new Notice.FillSeen(fill, OrderPurpose.gammaDdh())));
    assertThat(intent.filled()).isEqualTo(Quantity.of("0.5"));
    assertThat(intent.remaining()).isEqualTo(Quantity.of("1.5"));
    assertThat(intent.traded()).isEqualTo(Money.of("25.5"));
  }

  @Test
  void aRepeatedFillChangesNothing() {
    OrderIntent intent = openOrder("2");
    Fill fill = rig.fill(intent.request(), "0.5");
    rig.event(new ExchangeEvent.OrderFilled(fill));
    rig.take();

    rig.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(rig.booked).isEmpty();
    assertThat(rig.take()).isEmpty();
    assertThat(intent.filled()).isEqualTo(Quantity.of("0.5"));
  }

  @Test
  void endsWithItsLastFillAndRecordsTheEnd() {
    OrderIntent intent = openOrder("2");

    rig.filled(intent.request(), "2");

    assertThat(intent.state()).isEqualTo(IntentState.FILLED);
    assertThat(rig.take())
        .endsWith(
            new Command.WriteLedger(
                new LedgerEntry.OrderEnded(intent.id(), "filled", Quantity.of("2"))),
            new Command.Announce(
                new Notice.OrderEnded(
                    intent.id(), OrderPurpose.gammaDdh(), "filled", Quantity.of("2"))));
    assertThat(rig.intents.live()).isEmpty();
  }

  @Test
  void aFillBeforeTheAcknowledgementOpensTheOrder() {
    OrderIntent intent = rig.place("2", "51");

    rig.filled(intent.request(), "0.5");
    rig.acknowledge(intent.request());

    assertThat(intent.state()).isEqualTo(IntentState.OPEN);
    assertThat(intent.filled()).isEqualTo(Quantity.of("0.5"));
  }

  @Test
  void aFullFillBeforeTheAcknowledgementEndsTheOrderForGood() {
    OrderIntent intent = rig.place("2", "51");
    rig.filled(intent.request(), "2");
    rig.take();

    rig.acknowledge(intent.request());
    rig.changed(intent.request(), OrderStatus.FILLED, "2");

    assertThat(intent.state()).isEqualTo(IntentState.FILLED);
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void aForeignFillIsBookedAndReportedAsForeign() {
    Fill fill = rig.foreignFill("x-1", CALL, Side.BUY, "3");

    rig.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(rig.booked).containsExactly(new BookedFill(fill, Optional.empty()));
    assertThat(rig.booked.getFirst().isForeign()).isTrue();
    assertThat(Rig.ledger(rig.take())).containsExactly(new LedgerEntry.FillBooked(fill));
  }

  @Test
  void aFillOfALabelThatWeDoNotKnowIsForeign() {
    OrderRequest stranger = new Rig().place("2", "51").request();

    rig.filled(stranger, "2");

    assertThat(rig.booked.getFirst().isForeign()).isTrue();
  }

  @Test
  void aRejectionEndsTheIntentWithNothingFilled() {
    OrderIntent intent = rig.place("2", "51");
    rig.take();

    rig.rejected(intent.request(), Rejection.WOULD_CROSS);

    assertThat(intent.state()).isEqualTo(IntentState.REJECTED);
    assertThat(intent.rejection()).contains(Rejection.WOULD_CROSS);
    assertThat(Rig.ledger(rig.take()))
        .containsExactly(
            new LedgerEntry.OrderEnded(intent.id(), "rejected would_cross: no", Quantity.ZERO));
  }

  @Test
  void aRejectionOfAnOrderThatWasSeenIsNotBelieved() {
    OrderIntent intent = openOrder("2");

    rig.rejected(intent.request(), Rejection.OTHER);

    assertThat(intent.state()).isEqualTo(IntentState.UNKNOWN);
    assertThat(Rig.asksFor(rig.take(), intent.request())).isTrue();
  }

  @Test
  void waitsForFillsThatTheEndImplies() {
    OrderIntent intent = openOrder("2");

    rig.changed(intent.request(), OrderStatus.CANCELLED, "0.5");

    assertThat(intent.state()).isEqualTo(IntentState.SETTLING);
    assertThat(intent.isLive()).isTrue();
  }

  @Test
  void cancelBeforeFillAndFillBeforeCancelEndAlike() {
    OrderIntent first = openOrder("2");
    rig.changed(first.request(), OrderStatus.CANCELLED, "0.5");
    rig.filled(first.request(), "0.5");
    OrderIntent second = openOrder("2");
    rig.filled(second.request(), "0.5");
    rig.changed(second.request(), OrderStatus.CANCELLED, "0.5");

    assertThat(first.state()).isEqualTo(IntentState.CANCELLED);
    assertThat(second.state()).isEqualTo(IntentState.CANCELLED);
    assertThat(first.filled()).isEqualTo(second.filled()).isEqualTo(Quantity.of("0.5"));
  }

  @Test
  void asksForAFillThatStaysAway() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0.5");
    rig.take();

    rig.passMillis(999);
    assertThat(rig.takeSent()).isEmpty();
    rig.passMillis(1);

    assertThat(Rig.asksFor(rig.take(), intent.request())).isTrue();
  }

  @Test
  void theHistoryBringsTheMissingFill() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0.5");
    rig.pass(Duration.ofSeconds(1));

    rig.resolved(intent.request(), OrderStatus.CANCELLED, "0.5", rig.fill(intent.request(), "0.5"));

    assertThat(rig.booked).hasSize(1);
    assertThat(intent.state()).isEqualTo(IntentState.CANCELLED);
  }

  @Test
  void asksForAFillThatARestingOrderReports() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.OPEN, "0.7");
    assertThat(intent.isSteady()).isFalse();
    rig.take();

    rig.pass(Duration.ofSeconds(1));

    assertThat(Rig.asksFor(rig.take(), intent.request())).isTrue();
  }

  @Test
  void aFillThatArrivesInTimeIsNotAskedFor() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.OPEN, "0.7");
    rig.filled(intent.request(), "0.7");
    rig.take();

    rig.pass(Duration.ofSeconds(10));

    assertThat(rig.takeSent()).isEmpty();
    assertThat(intent.isSteady()).isTrue();
  }

  @Test
  void aLateOlderUpdateDoesNotReopenAnOrder() {
    OrderIntent intent = rig.place("2", "51");
    OrderUpdate early = rig.update(intent.request(), OrderStatus.OPEN, "0");
    rig.passMillis(10);
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0");

    rig.event(new ExchangeEvent.OrderChanged(early));

    assertThat(intent.state()).isEqualTo(IntentState.CANCELLED);
  }

  @Test
  void aLateUpdateDoesNotTakeBackWhatWasReported() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.OPEN, "0.7");

    rig.changed(intent.request(), OrderStatus.OPEN, "0");

    assertThat(intent.missesFills()).isTrue();
  }

  @Test
  void repeatedUpdatesAreHarmless() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0");
    rig.take();

    rig.changed(intent.request(), OrderStatus.CANCELLED, "0");

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void filledInFullMeansTheWholeQuantityWhateverNumberComesWithIt() {
    OrderIntent intent = openOrder("2");

    rig.changed(intent.request(), OrderStatus.FILLED, "0");

    assertThat(intent.state()).isEqualTo(IntentState.SETTLING);
    assertThat(intent.missesFills()).isTrue();
  }

  @Test
  void aFillAfterTheProvenEndIsBookedAndCalledAnIncident() {
    OrderIntent intent = openOrder("2");
    rig.changed(intent.request(), OrderStatus.CANCELLED, "0");
    rig.take();

    rig.filled(intent.request(), "0.5");

    assertThat(rig.booked).hasSize(1);
    assertThat(intent.filled()).isEqualTo(Quantity.of("0.5"));
    assertThat(Rig.notices(rig.take())).anyMatch(Notice.Incident.class::isInstance);
  }

  @Test
  void foreignOrdersAreNoneOfOurBusiness() {
    OrderUpdate ours = rig.update(rig.place("2", "51").request(), OrderStatus.OPEN, "0");
    rig.take();
    OrderUpdate foreign =
        new OrderUpdate(
            Optional.empty(),
            ours.venueId(),
            CALL,
            Side.SELL,
            Quantity.of("2"),
            Quantity.ZERO,
            Price.of("51"),
            OrderStatus.OPEN,
            "",
            rig.now);

    rig.event(new ExchangeEvent.OrderChanged(foreign));

    assertThat(rig.take()).isEmpty();
    assertThat(rig.intents.live()).hasSize(1);
  }

  @Test
  void cancelsAnOpenOrderOnce() {
    OrderIntent intent = openOrder("2");

    rig.intents.cancel(intent, rig.now, rig.commands);
    rig.intents.cancel(intent, rig.now, rig.commands);

    assertThat(rig.take()).containsExactly(Rig.cancelOf(intent.request()));
  }

  @Test
  void cancelsAnUnansweredOrderAsSoonAsItIsAcknowledged() {
    OrderIntent intent = rig.place("2", "51");
    rig.take();
    rig.intents.cancel(intent, rig.now, rig.commands);
    assertThat(rig.take()).isEmpty();

    rig.acknowledge(intent.request());

    assertThat(rig.take()).containsExactly(Rig.cancelOf(intent.request()));
  }

  @Test
  void aSnapshotCountsAsNewsOfTheOrdersInIt() {
    OrderIntent intent = rig.place("2", "51");

    rig.snapshot(rig.update(intent.request(), OrderStatus.OPEN, "0"));

    assertThat(intent.state()).isEqualTo(IntentState.OPEN);
  }

  @Test
  void anImmediateOrderIsNeverSteady() {
    OrderIntent intent = rig.place(Side.SELL, "2", "49", TimeInForce.IMMEDIATE_OR_CANCEL);

    rig.acknowledge(intent.request());

    assertThat(intent.isSteady()).isFalse();
  }

  private OrderIntent openOrder(String quantity) {
    OrderIntent intent = rig.place(quantity, "51");
    rig.acknowledge(intent.request());
    rig.take();
    return intent;
  }

  private OrderIntent replace(OrderIntent target, String quantity, String limit) {
    OrderDraft draft =
        new OrderDraft(
            CALL, Side.SELL, Quantity.of(quantity), Price.of(limit), TimeInForce.POST_ONLY);
    return rig.intents.replace(target, draft, OrderPurpose.gammaDdh(), rig.now, rig.commands);
  }
}
