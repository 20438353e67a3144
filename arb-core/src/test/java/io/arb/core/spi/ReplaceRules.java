package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R: cancel and create in one step, for venues that claim {@link Capability#REPLACE}. */
interface ReplaceRules extends ContractRules {

  @Test
  @DisplayName("R1: a replace cancels the old order and opens the new one")
  default void r1Replaces() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bid());
    OrderRequest fresh = bench.bid();

    bench.exchange().replace(old.id(), Quantity.ZERO, fresh);

    bench.awaitUpdate(old.id(), OrderStatus.CANCELLED);
    bench.awaitUpdate(fresh.id(), OrderStatus.OPEN);
    assertThat(bench.venue().openLabels()).containsExactly(fresh.id().label());
  }

  @Test
  @DisplayName("R2: a replace that expects another fill does nothing")
  default void r2GuardsTheFill() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bestBid());
    bench.sellTo(old, "0.4");
    bench.awaitFill(old.id());
    OrderRequest fresh = bench.bid();

    bench.exchange().replace(old.id(), Quantity.ZERO, fresh);

    ReplaceRefused refused = bench.log().await(ReplaceRefused.class);
    assertThat(refused.target()).isEqualTo(old.id());
    assertThat(refused.replacement()).isEqualTo(fresh.id());
    assertThat(bench.venue().openLabels()).containsExactly(old.id().label());
  }

  @Test
  @DisplayName("R3: if the new order is refused, the old one is cancelled and both are reported")
  default void r3LosesBoth() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bid());
    OrderRequest crossing = bench.crossing();

    bench.exchange().replace(old.id(), Quantity.ZERO, crossing);

    bench.awaitUpdate(old.id(), OrderStatus.CANCELLED);
    assertThat(bench.awaitRejected(crossing).rejection()).isEqualTo(Rejection.WOULD_CROSS);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("R4: an order that is gone cannot be replaced")
  default void r4NeedsAnOpenOrder() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bid());
    bench.exchange().cancel(old.id(), old.instrument());
    bench.awaitUpdate(old.id(), OrderStatus.CANCELLED);
    OrderRequest fresh = bench.bid();

    bench.exchange().replace(old.id(), Quantity.ZERO, fresh);

    assertThat(bench.log().await(ReplaceRefused.class).replacement()).isEqualTo(fresh.id());
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("R5: a replace that expects what was filled keeps that and opens the new order")
  default void r5ReplacesTheRest() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bestBid());
    bench.sellTo(old, "0.4");
    bench.awaitFill(old.id());
    OrderRequest fresh = bench.bid();

    bench.exchange().replace(old.id(), Quantity.of("0.4"), fresh);

    assertThat(bench.awaitUpdate(old.id(), OrderStatus.CANCELLED).filled())
        .isEqualTo(Quantity.of("0.4"));
    bench.awaitUpdate(fresh.id(), OrderStatus.OPEN);
    assertThat(bench.venue().openLabels()).containsExactly(fresh.id().label());
  }

  @Test
  @DisplayName("R6: a replace while the connection is down is refused as not sent")
  default void r6RefusesWhileDown() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bid());
    bench.down();
    OrderRequest fresh = bench.bid();

    bench.exchange().replace(old.id(), Quantity.ZERO, fresh);

    assertThat(bench.log().await(ReplaceRefused.class).rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(bench.venue().openLabels()).containsExactly(old.id().label());
  }

  @Test
  @DisplayName("R7: a replace whose answer is lost leaves the new order unknown, not refused")
  default void r7IsUnknown() {
    ContractBench bench = bench().claiming(Capability.REPLACE).live();
    OrderRequest old = bench.placed(bench.bid());
    OrderRequest fresh = bench.bid();
    bench.venue().breakDuringNextOrder(true);

    bench.exchange().replace(old.id(), Quantity.ZERO, fresh);

    bench.log().await(OrderOutcomeUnknown.class, e -> e.id().equals(fresh.id()));
    bench.awaitLive(2);
    assertThat(bench.isRejected(fresh)).isFalse();
    assertThat(bench.log().all(ReplaceRefused.class, e -> true)).isEmpty();
    assertThat(bench.venue().openLabels()).containsExactly(fresh.id().label());
  }
}
