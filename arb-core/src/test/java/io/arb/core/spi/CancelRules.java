package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** X: taking orders back. */
interface CancelRules extends ContractRules {

  @Test
  @DisplayName("X1: a cancelled order is reported cancelled")
  default void x1Cancels() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bid());

    bench.exchange().cancel(order.id(), order.instrument());

    bench.awaitUpdate(order.id(), OrderStatus.CANCELLED);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("X2: the cancel of an order that is not open is refused")
  default void x2RefusesToCancelNothing() {
    ContractBench bench = bench().live();
    ClientOrderId unknown = bench.venue().nextId();

    bench.exchange().cancel(unknown, bench.perpetual());

    assertThat(bench.log().await(CancelRefused.class).id()).isEqualTo(unknown);
  }

  @Test
  @DisplayName("X3: cancelling all leaves foreign orders alone")
  default void x3LeavesForeignOrders() {
    ContractBench bench = bench().live();
    OrderRequest first = bench.placed(bench.bid());
    OrderRequest second = bench.placed(bench.resting(bench.perpetual(), Side.SELL));
    bench.venue().placeByHand(bench.perpetual(), Side.BUY, first.quantity(), first.limit());

    bench.exchange().cancelAll();

    bench.awaitUpdate(first.id(), OrderStatus.CANCELLED);
    bench.awaitUpdate(second.id(), OrderStatus.CANCELLED);
    assertThat(bench.venue().openLabels()).containsExactly("by hand");
  }

  @Test
  @DisplayName("X4: a cancelled order keeps what it traded before")
  default void x4KeepsFills() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());
    bench.sellTo(order, "0.4");
    bench.awaitFill(order.id());

    bench.exchange().cancel(order.id(), order.instrument());

    OrderUpdate end = bench.awaitUpdate(order.id(), OrderStatus.CANCELLED);
    assertThat(end.filled()).isEqualTo(Quantity.of("0.4"));
    assertThat(bench.filled(order.id())).isEqualTo(Quantity.of("0.4"));
  }

  @Test
  @DisplayName("X5: the cancel of an order that was filled is refused, and it stays filled")
  default void x5CannotCancelWhatTraded() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());
    bench.sellTo(order, "1");
    bench.awaitUpdate(order.id(), OrderStatus.FILLED);

    bench.exchange().cancel(order.id(), order.instrument());

    assertThat(bench.log().await(CancelRefused.class).id()).isEqualTo(order.id());
    assertThat(bench.filled(order.id())).isEqualTo(order.quantity());
  }

  @Test
  @DisplayName("X6: where cancel-on-disconnect is claimed, a lost connection cancels orders")
  default void x6CancelsOnDisconnect() {
    ContractBench bench = bench().claiming(Capability.CANCEL_ON_DISCONNECT).cancelling().live();
    bench.placed(bench.bid());

    bench.venue().breakConnection();
    bench.awaitLive(2);

    bench.awaitNothingOpen();
    assertThat(bench.venue().openLabels()).isEmpty();
  }
}
