package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Rejection;
import io.arb.core.spi.ContractVenue.Trouble;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * B: the budget of requests. A venue with a limit should take fewer orders at once than a burst.
 */
interface RateRules extends ContractRules {
  int BURST = 20;

  @Test
  @DisplayName("B1: each order of a burst is open or rejected as rate-limited, none is lost")
  default void b1LosesNothingInABurst() {
    ContractBench bench = bench().live();

    List<OrderRequest> burst = burst(bench);

    Map<OrderRequest, Event> verdicts =
        burst.stream().collect(Collectors.toMap(order -> order, bench::awaitVerdict));
    assertThat(bench.log().all(OrderRejected.class, e -> true))
        .allMatch(rejected -> rejected.rejection() == Rejection.RATE_LIMITED);
    assertThat(bench.log().all(OrderOutcomeUnknown.class, e -> true)).isEmpty();
    assertThat(bench.venue().openLabels())
        .containsExactlyInAnyOrderElementsOf(
            burst.stream()
                .filter(order -> verdicts.get(order) instanceof OrderChanged)
                .map(order -> order.id().label())
                .toList());
  }

  @Test
  @DisplayName("B2: an order that the venue refuses for its rate is rejected as rate-limited")
  default void b2KnowsARateRefusal() {
    ContractBench bench = bench().with(Trouble.RATE_REFUSAL).live();
    bench.venue().begin(Trouble.RATE_REFUSAL);
    OrderRequest order = bench.bid();

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.RATE_LIMITED);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("B3: a cancel gets through behind a burst of orders")
  default void b3CancelsBehindABurst() {
    ContractBench bench = bench().live();
    OrderRequest first = bench.placed(bench.bid());
    burst(bench);

    bench.exchange().cancel(first.id(), first.instrument());

    bench.awaitUpdate(first.id(), OrderStatus.CANCELLED);
    assertThat(bench.venue().openLabels()).doesNotContain(first.id().label());
  }

  private static List<OrderRequest> burst(ContractBench bench) {
    List<OrderRequest> orders = Stream.generate(bench::bid).limit(BURST).toList();
    orders.forEach(bench.exchange()::place);
    return orders;
  }
}
