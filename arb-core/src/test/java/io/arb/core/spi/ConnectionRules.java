package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Rejection;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** C: coming, breaking, coming back and going. */
interface ConnectionRules extends ContractRules {
  /** The longest close: two seconds for each of a few threads. */
  Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  @Test
  @DisplayName("C1: the instruments are listed before the first LIVE")
  default void c1ListsInstrumentsFirst() {
    ContractBench bench = bench().live();

    assertThat(bench.indexOf(InstrumentsListed.class))
        .isBetween(0, bench.indexOf(ExchangeStatusChanged.class));
    assertThat(bench.log().await(InstrumentsListed.class).specs())
        .extracting(InstrumentSpec::instrument)
        .contains(bench.perpetual(), bench.option());
  }

  @Test
  @DisplayName("C2: a lost connection is reported and restored without being asked")
  default void c2Reconnects() {
    ContractBench bench = bench().live();

    bench.venue().breakConnection();

    bench.awaitDown();
    bench.awaitLive(2);
  }

  @Test
  @DisplayName("C3: close is idempotent, and nothing is reported after it")
  default void c3FallsSilent() {
    ContractBench bench = bench().live();
    bench.exchange().watch(Set.of(bench.perpetual()));
    bench.log().await(BookChanged.class);

    bench.exchange().close();
    int before = bench.log().size();
    bench.venue().refreshMarket();
    bench.exchange().close();

    assertThat(bench.log().all()).hasSize(before);
  }

  @Test
  @DisplayName("C4: an order before the connection is rejected as not sent")
  default void c4RejectsBeforeTheConnection() {
    ContractBench bench = bench();
    OrderRequest order = bench.bid();

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  @DisplayName("C5: an order while the connection is down is rejected as not sent")
  default void c5RejectsWhileDown() {
    ContractBench bench = bench().live().down();
    OrderRequest order = bench.bid();

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("C6: an order that was rejected as not sent does not leave after the reconnect")
  default void c6ForgetsWhatWasNotSent() {
    ContractBench bench = bench().live().down();
    OrderRequest refused = bench.bid();
    bench.exchange().place(refused);
    bench.awaitRejected(refused);

    bench.venue().allowConnections();
    bench.awaitLive(2);
    OrderRequest next = bench.placed(bench.bid());

    assertThat(bench.venue().openLabels()).containsExactly(next.id().label());
  }

  @Test
  @DisplayName("C7: a lost connection leaves resting orders alone unless asked otherwise")
  default void c7LeavesOrdersResting() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bid());

    bench.venue().breakConnection();
    bench.awaitLive(2);

    assertThat(bench.venue().openLabels()).containsExactly(order.id().label());
  }

  @Test
  @DisplayName("C8: close is bounded in time, also while the venue cannot be reached")
  default void c8ClosesInTime() {
    ContractBench bench = bench().live().down();
    long startNanos = System.nanoTime();

    bench.exchange().close();

    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(CLOSE_LIMIT);
  }

  @Test
  @DisplayName("C9: an exchange that was never started can be closed and reports nothing")
  default void c9ClosesUnstarted() {
    ContractBench bench = bench();

    bench.exchange().close();
    bench.venue().refreshMarket();

    assertThat(bench.log().all()).isEmpty();
  }

  @Test
  @DisplayName("C10: close leaves resting orders alone")
  default void c10LeavesOrdersAtClose() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bid());

    bench.exchange().close();

    assertThat(bench.venue().openLabels()).containsExactly(order.id().label());
  }
}
