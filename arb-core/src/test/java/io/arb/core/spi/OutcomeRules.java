package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.Fill;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** U: orders whose answer is lost, and how the truth is found. */
interface OutcomeRules extends ContractRules {

  @Test
  @DisplayName("U1: an order whose answer is lost is never reported rejected nor sent again")
  default void u1IsUnknown() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.bid();
    loseAnswer(bench, order, true);

    OrderRequest next = bench.placed(bench.bid());

    assertThat(bench.isRejected(order)).isFalse();
    assertThat(bench.venue().openLabels())
        .containsExactlyInAnyOrder(order.id().label(), next.id().label());
  }

  @Test
  @DisplayName("U2: resolving finds an order that arrived, with its fills")
  default void u2FindsTheOrder() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.bestBid();
    loseAnswer(bench, order, true);
    bench.sellTo(order, "0.4");

    OrderResolved resolved = resolved(bench, order);

    assertThat(resolved.order().orElseThrow().filled()).isEqualTo(Quantity.of("0.4"));
    assertThat(resolved.fills()).extracting(Fill::quantity).containsExactly(Quantity.of("0.4"));
  }

  @Test
  @DisplayName("U3: with burnt ids, resolving proves that an order does not exist and cannot come")
  default void u3BurnsTheId() {
    ContractBench bench = bench().claiming(Capability.BURN_NONCE).live();
    OrderRequest order = bench.bid();
    loseAnswer(bench, order, false);

    OrderResolved resolved = resolved(bench, order);
    bench.venue().deliverLateOrder();

    assertThat(resolved.order()).isEmpty();
    assertThat(resolved.fills()).isEmpty();
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("U4: resolving while the connection is down fails and proves nothing")
  default void u4FailsWhileDown() {
    ContractBench bench = bench().live().down();
    ClientOrderId id = bench.venue().nextId();

    bench.exchange().resolve(id, bench.perpetual(), bench.venue().now());

    assertThat(bench.log().await(ResolveFailed.class).id()).isEqualTo(id);
    assertThat(bench.log().all(OrderResolved.class, e -> true)).isEmpty();
  }

  @Test
  @DisplayName("U5: resolving finds an order that traded in full while its answer was lost")
  default void u5FindsTheTrade() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest order = bench.taking(bench.perpetual(), Side.BUY);
    loseAnswer(bench, order, true);

    OrderResolved resolved = resolved(bench, order);

    assertThat(resolved.order().orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(resolved.fills()).extracting(Fill::quantity).containsExactly(order.quantity());
  }

  @Test
  @DisplayName("U6: an order that was resolved as absent never appears, however late it comes")
  default void u6KeepsItsWord() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.bid();
    loseAnswer(bench, order, false);

    bench.exchange().resolve(order.id(), order.instrument(), bench.venue().now());
    Event outcome = bench.log().await(Event.class, e -> e instanceof OrderResolved || isFailure(e));
    bench.venue().deliverLateOrder();

    boolean calledAbsent = outcome instanceof OrderResolved found && found.order().isEmpty();
    boolean appeared = bench.venue().openLabels().contains(order.id().label());
    assertThat(calledAbsent && appeared).isFalse();
  }

  private static boolean isFailure(Event event) {
    return event instanceof ResolveFailed;
  }

  @Test
  @DisplayName("U7: resolving twice tells the same")
  default void u7IsSteady() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());
    bench.sellTo(order, "1");
    bench.awaitUpdate(order.id(), OrderStatus.FILLED);

    OrderResolved first = resolved(bench, order);
    bench.exchange().resolve(order.id(), order.instrument(), bench.venue().now());
    OrderResolved second = bench.log().await(OrderResolved.class, e -> true, 2);

    assertThat(second).isEqualTo(first);
  }

  /** Places an order whose answer is lost, and waits until the connection is back. */
  private static void loseAnswer(ContractBench bench, OrderRequest order, boolean arrives) {
    bench.venue().breakDuringNextOrder(arrives);
    bench.exchange().place(order);
    bench.log().await(OrderOutcomeUnknown.class, e -> e.id().equals(order.id()));
    bench.awaitLive(2);
  }

  private static OrderResolved resolved(ContractBench bench, OrderRequest order) {
    bench.exchange().resolve(order.id(), order.instrument(), bench.venue().now());
    return bench.log().await(OrderResolved.class, e -> e.id().equals(order.id()));
  }
}
