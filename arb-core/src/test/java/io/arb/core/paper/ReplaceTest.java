package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.order;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.Replacement.Replaced;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaceTest {
  private final Bench bench = Bench.quiet();

  private VenueOrderId resting() {
    return bench.accepted(BOB, buy(PERPETUAL, "1", "1990")).order().id();
  }

  @Test
  void cancelsOneAndOpensTheOther() {
    VenueOrderId old = resting();

    Replacement outcome =
        bench.venue.replace(BOB, old, Optional.of(Quantity.ZERO), buy(PERPETUAL, "2", "1991"));

    assertThat(outcome).isInstanceOf(Replaced.class);
    VenueOrder open = bench.venue.openOrders(BOB).getFirst();
    assertThat(open.replaced()).contains(old);
    assertThat(open.request().quantity()).isEqualTo(Quantity.of("2"));
    assertThat(bench.venue.openOrders(BOB)).hasSize(1);
  }

  @Test
  void leavesTheOldOrderIfItHasTradedSomethingElse() {
    VenueOrderId old = resting();
    bench.accepted(ALICE, sell(PERPETUAL, "0.3", "1990"));

    Replacement outcome =
        bench.venue.replace(BOB, old, Optional.of(Quantity.ZERO), buy(PERPETUAL, "1", "1991"));

    assertThat(outcome)
        .asInstanceOf(type(Replacement.FilledDiffers.class))
        .extracting(differs -> differs.order().filled())
        .isEqualTo(Quantity.of("0.3"));
    assertThat(bench.venue.openOrders(BOB)).extracting(VenueOrder::id).containsExactly(old);
  }

  @Test
  void doesNotAskForTheFillIfNothingIsExpected() {
    VenueOrderId old = resting();
    bench.accepted(ALICE, sell(PERPETUAL, "0.3", "1990"));

    assertThat(bench.venue.replace(BOB, old, Optional.empty(), buy(PERPETUAL, "1", "1991")))
        .isInstanceOf(Replaced.class);
  }

  @Test
  void keepsTheOldOneCancelledIfTheNewOneIsRefused() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    VenueOrderId old = resting();

    Replacement outcome =
        bench.venue.replace(
            BOB,
            old,
            Optional.of(Quantity.ZERO),
            order(PERPETUAL, Side.BUY, "1", "2000", Lifetime.POST_ONLY));

    assertThat(outcome)
        .asInstanceOf(type(Replaced.class))
        .extracting(Replaced::creation)
        .isInstanceOf(Placement.Refused.class);
    assertThat(bench.venue.openOrders(BOB)).isEmpty();
  }

  @Test
  void createsNothingIfTheOldOneIsGone() {
    VenueOrderId old = resting();
    assertThat(bench.venue.cancel(BOB, old, EndReason.USER_REQUEST)).isPresent();

    assertThat(bench.venue.replace(BOB, old, Optional.empty(), buy(PERPETUAL, "1", "1991")))
        .isInstanceOf(Replacement.NotOpen.class);
    assertThat(bench.venue.openOrders(BOB)).isEmpty();
  }

  @Test
  void doesNotReachIntoAnotherAccount() {
    VenueOrderId old = resting();

    assertThat(bench.venue.replace(ALICE, old, Optional.empty(), buy(PERPETUAL, "1", "1991")))
        .isInstanceOf(Replacement.NotOpen.class);
    assertThat(bench.venue.openOrders(BOB)).hasSize(1);
  }

  @Test
  void freesTheMarginOfTheOldOrderFirst() {
    VenueOrderId old = bench.accepted(BOB, buy(PERPETUAL, "900", "1990")).order().id();

    assertThat(bench.venue.replace(BOB, old, Optional.empty(), buy(PERPETUAL, "910", "1990")))
        .asInstanceOf(type(Replaced.class))
        .extracting(Replaced::creation)
        .isInstanceOf(Placement.Accepted.class);
  }

  @Test
  void losesItsPlaceInTheQueue() {
    VenueOrderId old = resting();
    VenueOrderId second = bench.accepted(ALICE, buy(PERPETUAL, "1", "1990")).order().id();
    var unused = bench.venue.replace(BOB, old, Optional.empty(), buy(PERPETUAL, "0.5", "1990"));

    bench.accepted(Bench.CAROL, sell(PERPETUAL, "1", "1990"));

    assertThat(bench.venue.order(second).orElseThrow().remaining()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void cancelsByLabelInstrumentAndAll() {
    bench.accepted(BOB, buy(PERPETUAL, "1", "1990").labelled("a"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "1989").labelled("b"));
    bench.accepted(BOB, buy(Bench.CALL, "1", "10").labelled("b"));
    bench.accepted(BOB, buy(Bench.PUT, "1", "10"));

    assertThat(bench.venue.cancelByLabel(BOB, "b", Optional.of(PERPETUAL))).hasSize(1);
    assertThat(bench.venue.cancelByLabel(BOB, "b", Optional.empty())).hasSize(1);
    assertThat(bench.venue.cancelByInstrument(BOB, PERPETUAL)).hasSize(1);
    List<VenueOrder> last = bench.venue.cancelAll(BOB, EndReason.CANCEL_ON_DISCONNECT);
    assertThat(last).extracting(VenueOrder::reason).containsExactly(EndReason.CANCEL_ON_DISCONNECT);
    assertThat(bench.venue.orderHistory(BOB)).hasSize(4);
  }

  @Test
  void cancelsOnlyWhatIsOpen() {
    VenueOrderId old = resting();
    assertThat(bench.venue.cancel(BOB, old, EndReason.USER_REQUEST)).isPresent();

    assertThat(bench.venue.cancel(BOB, old, EndReason.USER_REQUEST)).isEmpty();
  }
}
