package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is unknown is asked about until it is proven, and never sent again. */
class OrderIntentsDoubtTest {
  private final Rig rig = Rig.live();

  @Test
  void asksAtOnceAboutAnUnknownOutcome() {
    OrderRequest request = sent();

    rig.unknown(request);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.UNKNOWN);
    assertThat(rig.takeSent())
        .containsExactly(new Command.ResolveOrder(request.id(), CALL, Rig.START));
  }

  @Test
  void asksAgainWithGrowingPausesUntilResolved() {
    OrderRequest request = sent();
    rig.unknown(request);
    rig.take();

    List<Long> askedAtSecond = new ArrayList<>();
    for (long second = 1; second <= 70; second++) {
      rig.pass(Duration.ofSeconds(1));
      if (Rig.asksFor(rig.take(), request)) {
        askedAtSecond.add(second);
      }
    }

    assertThat(askedAtSecond).containsExactly(2L, 6L, 14L, 30L, 60L);
  }

  @Test
  void aFailedQuestionProvesNothing() {
    OrderRequest request = sent();
    rig.unknown(request);

    rig.event(new ExchangeEvent.ResolveFailed(request.id(), "time-out"));

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void silenceIsUnknownNotRejected() {
    OrderRequest request = sent();

    rig.passMillis(4999);
    assertThat(rig.stateOf(request)).isEqualTo(IntentState.SENT);
    rig.passMillis(1);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.UNKNOWN);
    assertThat(Rig.asksFor(rig.take(), request)).isTrue();
  }

  @Test
  void resolvedAsFilledItIsFilledOnce() {
    OrderRequest request = sent();
    rig.unknown(request);
    rig.take();
    var fill = rig.fill(request, "2");

    rig.resolved(request, OrderStatus.FILLED, "2", fill);
    rig.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.FILLED);
    assertThat(rig.intents.find(request.id()).orElseThrow().filled()).isEqualTo(Quantity.of("2"));
    assertThat(rig.takeSent()).isEmpty();
  }

  @Test
  void resolvedAsRestingItIsOpenAgain() {
    OrderRequest request = sent();
    rig.unknown(request);

    rig.resolved(request, OrderStatus.OPEN, "0");

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.OPEN);
  }

  @Test
  void resolvedAsAbsentItNeverExisted() {
    OrderRequest request = sent();
    rig.unknown(request);
    rig.take();

    rig.resolvedAsAbsent(request);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.REJECTED);
    assertThat(rig.intents.find(request.id()).orElseThrow().rejection())
        .contains(Rejection.DROPPED);
    assertThat(Rig.ledger(rig.take()))
        .containsExactly(
            new LedgerEntry.OrderEnded(
                request.id(), "rejected dropped: never existed", Quantity.ZERO));
  }

  @Test
  void absentAfterItWasSeenMeansThatItHasEnded() {
    OrderRequest request = sent();
    rig.acknowledge(request);
    rig.filled(request, "0.5");
    rig.disconnect();
    rig.connect();

    rig.resolvedAsAbsent(request);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.CANCELLED);
    assertThat(rig.intents.find(request.id()).orElseThrow().filled()).isEqualTo(Quantity.of("0.5"));
  }

  @Test
  void aLateAcknowledgementDoesNotEndTheDoubt() {
    OrderRequest request = sent();
    rig.unknown(request);

    rig.acknowledge(request);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void aLateFullFillDoes() {
    OrderRequest request = sent();
    rig.unknown(request);

    rig.filled(request, "2");

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.FILLED);
  }

  @Test
  void aLateProvenRejectionDoes() {
    OrderRequest request = sent();
    rig.unknown(request);

    rig.rejected(request, Rejection.DROPPED);

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.REJECTED);
  }

  @Test
  void asksWhatBecameOfAnOrderThatIsNotOpenForACancel() {
    OrderRequest request = sent();
    rig.acknowledge(request);
    OrderIntent intent = rig.intents.find(request.id()).orElseThrow();
    rig.intents.cancel(intent, rig.now, rig.commands);
    rig.take();

    rig.event(new ExchangeEvent.CancelRefused(request.id(), "not open"));

    assertThat(intent.state()).isEqualTo(IntentState.UNKNOWN);
    assertThat(Rig.asksFor(rig.take(), request)).isTrue();
  }

  @Test
  void aRefusedCancelOfAnEndedOrderMeansNothing() {
    OrderRequest request = sent();
    rig.filled(request, "2");
    rig.take();

    rig.event(new ExchangeEvent.CancelRefused(request.id(), "not open"));

    assertThat(rig.take()).isEmpty();
  }

  @Test
  void anUnansweredCancelIsAskedAboutAndSentAgainOnlyIfTheOrderStillRests() {
    OrderRequest request = sent();
    rig.acknowledge(request);
    OrderIntent intent = rig.intents.find(request.id()).orElseThrow();
    rig.intents.cancel(intent, rig.now, rig.commands);
    rig.pass(Duration.ofSeconds(5));
    assertThat(Rig.asksFor(rig.take(), request)).isTrue();

    rig.resolved(request, OrderStatus.OPEN, "0");

    assertThat(rig.takeSent()).containsExactly(Rig.cancelOf(request));
  }

  @Test
  void anImmediateOrderThatDoesNotEndIsAskedAbout() {
    OrderRequest request =
        rig.place(Side.SELL, "2", "49", TimeInForce.IMMEDIATE_OR_CANCEL).request();
    rig.acknowledge(request);

    rig.pass(Duration.ofSeconds(5));

    assertThat(rig.stateOf(request)).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void aLostConnectionPutsEveryLiveOrderInDoubtAndTheNextOneAsks() {
    OrderRequest resting = sent();
    rig.acknowledge(resting);
    OrderRequest unanswered = sent();
    rig.disconnect();
    assertThat(rig.stateOf(resting)).isEqualTo(IntentState.UNKNOWN);
    assertThat(rig.stateOf(unanswered)).isEqualTo(IntentState.UNKNOWN);
    rig.pass(Duration.ofSeconds(60));
    assertThat(rig.takeSent().stream().filter(Command.ResolveOrder.class::isInstance)).isEmpty();

    rig.connect();

    List<Command> sent = rig.take();
    assertThat(Rig.asksFor(sent, resting)).isTrue();
    assertThat(Rig.asksFor(sent, unanswered)).isTrue();
  }

  @Test
  void aRefusedReplaceRejectsTheNewOrderAndAsksAboutTheOld() {
    OrderRequest target = sent();
    rig.acknowledge(target);
    OrderRequest replacement = replace(target);
    rig.take();

    rig.event(
        new ExchangeEvent.ReplaceRefused(
            target.id(), replacement.id(), Rejection.OTHER, "filled amount differs"));

    assertThat(rig.stateOf(replacement)).isEqualTo(IntentState.REJECTED);
    assertThat(rig.stateOf(target)).isEqualTo(IntentState.UNKNOWN);
    assertThat(Rig.asksFor(rig.take(), target)).isTrue();
  }

  @Test
  void aReplaceThatNeverLeftKeepsTheOldOrder() {
    OrderRequest target = sent();
    rig.acknowledge(target);
    OrderRequest replacement = replace(target);

    rig.event(
        new ExchangeEvent.ReplaceRefused(
            target.id(), replacement.id(), Rejection.RATE_LIMITED, "slow down"));

    assertThat(rig.stateOf(replacement)).isEqualTo(IntentState.REJECTED);
    assertThat(rig.intents.find(target.id()).orElseThrow().isSteady()).isTrue();
  }

  @Test
  void aReplaceWhoseCreationFailedLeavesNoOrder() {
    OrderRequest target = sent();
    rig.acknowledge(target);
    OrderRequest replacement = replace(target);

    rig.rejected(replacement, Rejection.INSUFFICIENT_MARGIN);
    rig.changed(target, OrderStatus.CANCELLED, "0");

    assertThat(rig.intents.live()).isEmpty();
  }

  @Test
  void ifTheCancelOfAFailedReplaceIsNotReportedItIsAskedFor() {
    OrderRequest target = sent();
    rig.acknowledge(target);
    OrderRequest replacement = replace(target);
    rig.rejected(replacement, Rejection.INSUFFICIENT_MARGIN);
    rig.take();

    rig.pass(Duration.ofSeconds(5));

    assertThat(Rig.asksFor(rig.take(), target)).isTrue();
  }

  @Test
  void resolvedWithFewerFillsThanReportedItIsAskedAgain() {
    OrderRequest request = sent();
    rig.unknown(request);
    rig.resolved(request, OrderStatus.FILLED, "2", rig.fill(request, "1"));
    assertThat(rig.stateOf(request)).isEqualTo(IntentState.SETTLING);
    rig.take();

    rig.pass(Duration.ofSeconds(2));

    assertThat(Rig.asksFor(rig.take(), request)).isTrue();
  }

  private OrderRequest sent() {
    OrderRequest request = rig.place("2", "51").request();
    rig.take();
    return request;
  }

  private OrderRequest replace(OrderRequest target) {
    OrderDraft draft =
        new OrderDraft(CALL, Side.SELL, Quantity.of("2"), Price.of("50.5"), TimeInForce.POST_ONLY);
    OrderIntent intent = rig.intents.find(target.id()).orElseThrow();
    return rig.intents
        .replace(intent, draft, OrderPurpose.gammaDdh(), rig.now, rig.commands)
        .request();
  }
}
