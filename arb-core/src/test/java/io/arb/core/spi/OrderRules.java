package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** O: orders, from the first report to the last. */
interface OrderRules extends ContractRules {

  @Test
  @DisplayName("O1: a post-only order rests and is reported open")
  default void o1Rests() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.bid();

    bench.exchange().place(order);

    OrderUpdate update = bench.awaitUpdate(order.id(), OrderStatus.OPEN);
    assertThat(update.filled()).isEqualTo(Quantity.ZERO);
    assertThat(update.quantity()).isEqualTo(order.quantity());
    assertThat(update.limit()).isEqualTo(order.limit());
    assertThat(update.side()).isEqualTo(Side.BUY);
    assertThat(update.instrument()).isEqualTo(order.instrument());
    assertThat(bench.venue().openLabels()).containsExactly(order.id().label());
  }

  @Test
  @DisplayName("O2: a post-only order that would trade is rejected as crossing")
  default void o2RefusesToCross() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.crossing();

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.WOULD_CROSS);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O3: an order that takes is filled: status, fills and fee agree")
  default void o3Takes() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest order = bench.taking(bench.perpetual(), Side.BUY);

    bench.exchange().place(order);

    assertThat(bench.awaitUpdate(order.id(), OrderStatus.FILLED).filled())
        .isEqualTo(order.quantity());
    Fill fill = bench.awaitFill(order.id());
    assertThat(fill.quantity()).isEqualTo(order.quantity());
    assertThat(fill.price()).isEqualTo(order.limit());
    assertThat(fill.side()).isEqualTo(Side.BUY);
    assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
    assertThat(fill.fee().usd()).isPositive();
  }

  @Test
  @DisplayName("O4: an immediate order without anybody inside its limit is rejected, not cancelled")
  default void o4FindsNothing() {
    ContractBench bench = bench().claiming(Capability.IMMEDIATE_OR_CANCEL).live();
    OrderRequest behind = bench.bid();
    OrderRequest order =
        bench.order(
            behind.instrument(),
            Side.BUY,
            behind.quantity(),
            behind.limit(),
            TimeInForce.IMMEDIATE_OR_CANCEL);

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.NO_LIQUIDITY);
    assertThat(bench.log().all(OrderFilled.class, e -> true)).isEmpty();
  }

  @Test
  @DisplayName("O5: a resting order that somebody takes is reported filled as maker")
  default void o5IsTaken() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());

    bench.sellTo(order, "1");

    Fill fill = bench.awaitFill(order.id());
    assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
    assertThat(fill.price()).isEqualTo(order.limit());
    assertThat(bench.awaitUpdate(order.id(), OrderStatus.FILLED).remaining())
        .isEqualTo(Quantity.ZERO);
    assertThat(
            bench
                .log()
                .all(OrderFilled.class, e -> !e.fill().order().equals(Optional.of(order.id()))))
        .isEmpty();
  }

  @Test
  @DisplayName("O6: a partial fill leaves the order open with what it traded")
  default void o6IsTakenInPart() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());

    bench.sellTo(order, "0.4");

    assertThat(bench.awaitFill(order.id()).quantity()).isEqualTo(Quantity.of("0.4"));
    OrderUpdate update = bench.awaitUpdate(order.id(), u -> u.filled().isPositive());
    assertThat(update.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(update.remaining()).isEqualTo(Quantity.of("0.6"));
  }

  @Test
  @DisplayName("O7: a price off the tick is rejected as an invalid price, never rounded")
  default void o7ChecksTheTick() {
    ContractBench bench = bench().live();
    OrderRequest good = bench.bid();
    BigDecimal halfTick = bench.spec(good.instrument()).tick().usd().divide(BigDecimal.valueOf(2));
    Price off = good.limit().plusClamped(halfTick);
    OrderRequest order =
        bench.order(good.instrument(), Side.BUY, good.quantity(), off, TimeInForce.POST_ONLY);

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.INVALID_PRICE);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O8: a quantity off the step is rejected as an invalid quantity, never rounded")
  default void o8ChecksTheStep() {
    ContractBench bench = bench().live();
    OrderRequest good = bench.bid();
    BigDecimal halfStep =
        bench.spec(good.instrument()).step().units().divide(BigDecimal.valueOf(2));
    Quantity off = good.quantity().plus(new Quantity(halfStep));
    OrderRequest order =
        bench.order(good.instrument(), Side.BUY, off, good.limit(), TimeInForce.POST_ONLY);

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.INVALID_QUANTITY);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O9: an order that is too late on arrival never exists")
  default void o9ComesTooLate() {
    ContractBench bench = bench().live();
    OrderRequest now = bench.bid();
    OrderRequest late =
        new OrderRequest(
            now.id(),
            now.instrument(),
            now.side(),
            now.quantity(),
            now.limit(),
            now.timeInForce(),
            false,
            bench.venue().now().minus(Duration.ofMinutes(1)));

    bench.exchange().place(late);

    bench.awaitRejected(late);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O10: every execution has one id, also when it is asked for again")
  default void o10NamesFills() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bestBid());
    bench.sellTo(order, "0.4");
    bench.sellTo(order, "0.6");
    bench.awaitUpdate(order.id(), OrderStatus.FILLED);

    bench.exchange().resolve(order.id(), order.instrument(), bench.venue().now());

    OrderResolved resolved = bench.log().await(OrderResolved.class);
    List<FillId> ids = resolved.fills().stream().map(Fill::id).toList();
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    ids.forEach(id -> bench.log().await(OrderFilled.class, e -> e.fill().id().equals(id)));
  }

  @Test
  @DisplayName("O11: an id that is placed twice makes one order, which is not reported rejected")
  default void o11PlacesOnce() {
    ContractBench bench = bench().live();
    OrderRequest order = bench.placed(bench.bid());

    bench.exchange().place(order);
    OrderRequest next = bench.placed(bench.bid());

    assertThat(bench.venue().openLabels())
        .containsExactlyInAnyOrder(order.id().label(), next.id().label());
    assertThat(bench.isRejected(order)).isFalse();
  }

  @Test
  @DisplayName("O12: the smallest order that the listing allows is accepted")
  default void o12TakesTheSmallest() {
    ContractBench bench = bench().live();
    Option option = bench.option();
    InstrumentSpec spec = bench.spec(option);
    Price best = bench.venue().book(option).bestBid().orElseThrow().price();
    Price behind = best.plusClamped(spec.tick().usd().negate());
    OrderRequest order =
        bench.order(option, Side.BUY, spec.minQuantity(), behind, TimeInForce.POST_ONLY);

    bench.exchange().place(order);

    assertThat(bench.awaitUpdate(order.id(), OrderStatus.OPEN).quantity())
        .isEqualTo(spec.minQuantity());
  }

  @Test
  @DisplayName("O13: an order for an instrument that is not listed is rejected as closed")
  default void o13KnowsItsInstruments() {
    ContractBench bench = bench().live();
    Option listed = bench.option();
    Option unlisted =
        new Option(listed.underlying(), listed.expiry(), Price.of("1234567"), listed.type());
    OrderRequest order =
        bench.order(unlisted, Side.BUY, Quantity.of("1"), Price.of("1"), TimeInForce.POST_ONLY);

    bench.exchange().place(order);

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.INSTRUMENT_CLOSED);
  }
}
