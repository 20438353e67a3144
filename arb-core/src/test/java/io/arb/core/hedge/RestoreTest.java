package io.arb.core.hedge;

import static io.arb.core.hedge.Rig.CALL;
import static io.arb.core.hedge.Rig.CALL_SPEC;
import static io.arb.core.hedge.Rig.PERP;
import static io.arb.core.hedge.Rig.PERP_SPEC;
import static io.arb.core.hedge.Rig.TRADE;
import static io.arb.core.model.TradeState.HEDGED;
import static io.arb.core.model.TradeState.HEDGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Command;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Fill;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A restart goes on from the ledger: nothing twice, nothing forgotten. */
class RestoreTest {
  private final Rig before = Rig.live();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Rig after = new Rig();

  @Test
  void anIntentWithoutARecordedEndIsUnknownAndAskedAboutFirst() {
    OrderRequest order = opened("10");
    restart();
    assertThat(after.stateOf(order)).isEqualTo(IntentState.UNKNOWN);

    goLive();

    assertThat(after.takeSent())
        .containsExactly(new Command.ResolveOrder(order.id(), CALL, Rig.START));
  }

  @Test
  void theHedgeGoesOnForWhatIsProvenToRemain() {
    OrderRequest order = opened("10");
    before.filled(order, "4");
    restart();
    goLive();
    after.take();

    after.resolved(order, OrderStatus.CANCELLED, "6", after.fill("history-1", order, "2"));

    assertThat(after.takeOrder().quantity()).isEqualTo(Quantity.of("4"));
  }

  @Test
  void aFillFromBeforeTheRestartCountsOnce() {
    OrderRequest order = opened("10");
    Fill fill = before.fill(order, "4");
    before.event(new ExchangeEvent.OrderFilled(fill));
    restart();
    goLive();

    after.event(new ExchangeEvent.OrderFilled(fill));

    assertThat(after.booked).isEmpty();
    assertThat(after.hedges.openHedges().getFirst().optionHedged()).isEqualTo(Quantity.of("4"));
  }

  @Test
  void anOldOrderThatStillRestsIsCancelledBeforeANewOne() {
    OrderRequest order = opened("10");
    restart();
    goLive();
    after.take();

    after.resolved(order, OrderStatus.OPEN, "0");
    assertThat(after.takeSent()).containsExactly(Rig.cancelOf(order));
    after.changed(order, OrderStatus.CANCELLED, "0");

    assertThat(after.takeOrder().quantity()).isEqualTo(Quantity.of("10"));
  }

  @Test
  void ordersThatEndedKeepTheirFills() {
    OrderRequest order = opened("10");
    before.filled(order, "4");
    before.changed(order, OrderStatus.CANCELLED, "4");
    OrderRequest next = lastOrder();
    restart();
    goLive();
    after.take();

    after.resolvedAsAbsent(next);

    assertThat(after.takeOrder().quantity()).isEqualTo(Quantity.of("6"));
  }

  @Test
  void anIntentWhoseLastFillWasRecordedIsClosed() {
    OrderRequest order = opened("10");
    before.filled(order, "10");
    ledger.addAll(Rig.ledger(before.take()));
    ledger.removeIf(LedgerEntry.OrderEnded.class::isInstance);
    ledger.removeIf(entry -> isMove(entry, HEDGED));
    restore();

    goLive();

    assertThat(after.stateOf(order)).isEqualTo(IntentState.FILLED);
    assertThat(after.takeSent()).isEmpty();
    assertThat(after.hedges.stillWorking()).isZero();
  }

  @Test
  void aBookedTradeWithoutAHedgeGetsOne() {
    bookTrade("10");
    restore();

    goLive();

    List<Command> commands = after.take();
    assertThat(Rig.states(commands)).containsExactly(HEDGING);
    assertThat(commands.stream().filter(Command.PlaceOrder.class::isInstance)).hasSize(1);
  }

  @Test
  void aHedgedTradeIsLeftAlone() {
    OrderRequest order = opened("10");
    before.filled(order, "10");
    restart();

    goLive();
    after.open("10");

    assertThat(after.takeSent()).isEmpty();
    assertThat(after.hedges.openHedges()).isEmpty();
  }

  @Test
  void aFailedTradeStaysFailedUntilAPersonAsks() {
    opened("10", false);
    for (int attempt = 1; attempt <= 3; attempt++) {
      before.rejected(lastOrder(), Rejection.INSUFFICIENT_MARGIN);
      before.pass(Duration.ofSeconds(2));
      ledger.addAll(Rig.ledger(before.commands));
    }
    ledger.addAll(Rig.ledger(before.take()));
    restore();
    goLive();
    assertThat(after.takeSent()).isEmpty();
    assertThat(after.hedges.failed()).isEqualTo(1);

    assertThat(after.hedges.retry(TRADE, after.now, after.commands)).isTrue();

    assertThat(after.takeOrders()).hasSize(1);
  }

  @Test
  void theDeltaThatIsHedgedAlreadyIsNotHedgedAgain() {
    before.list(PERP_SPEC);
    OrderRequest order = opened("10");
    assertThat(order.instrument()).isEqualTo(PERP);
    before.filled(order, "2");
    before.changed(order, OrderStatus.CANCELLED, "2");
    restart();

    after.list(PERP_SPEC);
    after.perpBook("2499", "2501");
    after.connect();

    assertThat(after.takeOrder().quantity()).isEqualTo(Quantity.of("3"));
  }

  private OrderRequest opened(String quantity) {
    return opened(quantity, true);
  }

  private OrderRequest opened(String quantity, boolean record) {
    bookTrade(quantity);
    before.open(quantity);
    OrderRequest order = lastOrder();
    ledger.addAll(record ? Rig.ledger(before.commands) : List.of());
    before.commands.clear();
    return order;
  }

  /** The newest order before the restart. */
  private OrderRequest lastOrder() {
    return List.copyOf(before.intents.live()).getLast().request();
  }

  private void bookTrade(String quantity) {
    ledger.add(
        new LedgerEntry.TradeBooked(
            TRADE,
            new Confirmation(
                new SourceId("rysk"),
                new QuoteNonce(1),
                CALL,
                Side.BUY,
                Quantity.of(quantity),
                Price.of("48"),
                Money.ZERO,
                "",
                Rig.START)));
  }

  private void restart() {
    ledger.addAll(Rig.ledger(before.take()));
    restore();
  }

  private void restore() {
    after.intents.restore(ledger, after.now, after.commands);
    after.hedges.restore(ledger, after.now, after.commands);
  }

  private void goLive() {
    after.list(CALL_SPEC, PERP_SPEC);
    after.callBook("49", "51");
    after.ticker(CALL, "50");
    after.perpBook("2499", "2501");
    after.connect();
  }

  private static boolean isMove(LedgerEntry entry, TradeState state) {
    return entry instanceof LedgerEntry.TradeMoved moved && moved.state() == state;
  }
}
