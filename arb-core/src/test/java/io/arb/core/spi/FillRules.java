package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.Level;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.spi.ContractVenue.Trouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F: executions add up, however they are reported. */
interface FillRules extends ContractRules {

  @Test
  @DisplayName("F1: the fills of an order add up to what the order says it traded")
  default void f1AddsUp() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());

    bench.sellTo(order, "0.2");
    bench.sellTo(order, "0.3");
    bench.awaitUpdate(order.id(), update -> update.filled().equals(Quantity.of("0.5")));
    bench.sellTo(order, "0.5");
    bench.awaitUpdate(order.id(), OrderStatus.FILLED);
    bench.exchange().snapshot();
    bench.log().await(SnapshotTaken.class);

    assertThat(bench.fills(order.id()))
        .extracting(Fill::quantity)
        .containsExactly(Quantity.of("0.2"), Quantity.of("0.3"), Quantity.of("0.5"));
  }

  @Test
  @DisplayName("F2: a fill that the venue repeats has the same id each time")
  default void f2RecognisesRepetition() {
    ContractBench bench = bench().with(Trouble.REPEATED_NEWS).live();
    bench.venue().begin(Trouble.REPEATED_NEWS);
    OrderRequest order = bench.placed(bench.bestBid());

    bench.sellTo(order, "0.4");
    bench.sellTo(order, "0.6");
    bench.awaitUpdate(order.id(), OrderStatus.FILLED);
    bench.exchange().snapshot();
    bench.log().await(SnapshotTaken.class);

    assertThat(bench.filled(order.id())).isEqualTo(order.quantity());
  }

  @Test
  @DisplayName("F3: an immediate order that finds less keeps that and is cancelled for the rest")
  default void f3TakesWhatIsThere() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest order = moreThanTheBest(bench, TimeInForce.IMMEDIATE_OR_CANCEL);
    Quantity there = bench.bestAsk(bench.perpetual()).quantity();

    bench.exchange().place(order);

    assertThat(bench.awaitUpdate(order.id(), OrderStatus.CANCELLED).filled()).isEqualTo(there);
    bench.awaitFill(order.id());
    assertThat(bench.filled(order.id())).isEqualTo(there);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("F4: an order that finds less and may rest stays open with the rest")
  default void f4RestsWithTheRest() {
    ContractBench bench = bench().live();
    OrderRequest order = moreThanTheBest(bench, TimeInForce.GOOD_TILL_CANCELLED);
    Quantity there = bench.bestAsk(bench.perpetual()).quantity();

    bench.exchange().place(order);

    assertThat(bench.awaitUpdate(order.id(), u -> u.filled().equals(there)).status())
        .isEqualTo(OrderStatus.OPEN);
    bench.awaitFill(order.id());
    assertThat(bench.filled(order.id())).isEqualTo(there);
    assertThat(bench.venue().openLabels()).containsExactly(order.id().label());
  }

  private static OrderRequest moreThanTheBest(ContractBench bench, TimeInForce timeInForce) {
    Level ask = bench.bestAsk(bench.perpetual());
    Quantity more = ask.quantity().plus(Quantity.of("1"));
    return bench.order(bench.perpetual(), Side.BUY, more, ask.price(), timeInForce);
  }
}
