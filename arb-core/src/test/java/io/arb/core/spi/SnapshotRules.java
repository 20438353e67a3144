package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** S: what the account holds. */
interface SnapshotRules extends ContractRules {

  @Test
  @DisplayName("S1: a snapshot has positions, cash and all open orders, foreign ones without id")
  default void s1TakesEverything() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest taking = bench.taking(bench.option(), Side.BUY);
    bench.exchange().place(taking);
    bench.awaitUpdate(taking.id(), OrderStatus.FILLED);
    OrderRequest order = bench.placed(bench.bid());
    bench.venue().placeByHand(bench.perpetual(), Side.BUY, order.quantity(), order.limit());

    AccountSnapshot snapshot = snapshot(bench);

    assertThat(snapshot.positions()).containsOnlyKeys(bench.option());
    assertThat(snapshot.positions()).containsEntry(bench.option(), taking.quantity());
    assertThat(snapshot.cash().usd()).isPositive();
    assertThat(snapshot.openOrders())
        .extracting(OrderUpdate::id)
        .containsExactlyInAnyOrder(Optional.of(order.id()), Optional.empty());
  }

  @Test
  @DisplayName("S2: a snapshot while the connection is down fails and is never an empty account")
  default void s2FailsWhileDown() {
    ContractBench bench = bench().live().down();

    bench.exchange().snapshot();

    bench.log().await(SnapshotFailed.class);
    assertThat(bench.log().all(SnapshotTaken.class, e -> true)).isEmpty();
  }

  @Test
  @DisplayName("S3: an account without positions and orders is taken as such")
  default void s3TakesNothing() {
    ContractBench bench = bench().live();

    AccountSnapshot snapshot = snapshot(bench);

    assertThat(snapshot.positions()).isEmpty();
    assertThat(snapshot.openOrders()).isEmpty();
    assertThat(snapshot.cash().usd()).isPositive();
  }

  @Test
  @DisplayName("S4: what was sold is a negative position")
  default void s4CountsShortPositions() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest sale = bench.taking(bench.option(), Side.SELL);
    bench.exchange().place(sale);
    bench.awaitUpdate(sale.id(), OrderStatus.FILLED);

    AccountSnapshot snapshot = snapshot(bench);

    assertThat(snapshot.positions()).containsEntry(bench.option(), sale.quantity().negate());
  }

  @Test
  @DisplayName("S5: an open order that traded in part is shown with what it traded")
  default void s5ShowsPartialFills() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());
    bench.sellTo(order, "0.4");
    bench.awaitFill(order.id());

    AccountSnapshot snapshot = snapshot(bench);

    assertThat(snapshot.openOrders())
        .extracting(OrderUpdate::id)
        .containsOnly(Optional.of(order.id()));
    assertThat(snapshot.openOrders().getFirst().filled()).isEqualTo(Quantity.of("0.4"));
    assertThat(snapshot.positions()).containsEntry(bench.perpetual(), Quantity.of("0.4"));
  }

  private static AccountSnapshot snapshot(ContractBench bench) {
    bench.exchange().snapshot();
    return bench.log().await(SnapshotTaken.class).snapshot();
  }
}
