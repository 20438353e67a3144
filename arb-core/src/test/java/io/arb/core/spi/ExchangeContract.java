package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Liquidity;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
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
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every exchange promises. An adapter's test inherits the rules and supplies a venue that it
 * can push about. The numbers are stable: C connection, M market data, O orders, R replace, X
 * cancel, U unknown outcomes, S snapshots.
 */
public abstract class ExchangeContract {
  private static final Quantity ONE = Quantity.of("1");

  private final EventLog log = new EventLog();
  private ContractVenue venue;
  private Exchange exchange;

  /** A venue of its own for each rule. */
  protected abstract ContractVenue openVenue();

  @BeforeEach
  final void openContractVenue() {
    venue = openVenue();
    exchange = venue.connect(log);
  }

  @AfterEach
  final void closeContractVenue() {
    exchange.close();
    venue.close();
  }

  @Test
  @DisplayName("C1: the instruments are listed before the first LIVE")
  void c1ListsInstrumentsFirst() {
    goLive();

    assertThat(indexOf(InstrumentsListed.class)).isLessThan(indexOf(ExchangeStatusChanged.class));
    assertThat(log.await(InstrumentsListed.class).specs())
        .extracting(InstrumentSpec::instrument)
        .contains(venue.perpetual(), venue.option());
  }

  @Test
  @DisplayName("C2: a lost connection is reported and restored without being asked")
  void c2Reconnects() {
    goLive();

    venue.breakConnection();

    awaitStatus(ConnectionStatus.DOWN, 1);
    awaitStatus(ConnectionStatus.LIVE, 2);
  }

  @Test
  @DisplayName("C3: close is idempotent, and nothing is reported after it")
  void c3FallsSilent() {
    goLive();
    exchange.watch(Set.of(venue.perpetual()));
    log.await(BookChanged.class);

    exchange.close();
    int before = log.all().size();
    venue.refreshMarket();
    exchange.close();

    assertThat(log.all()).hasSize(before);
  }

  @Test
  @DisplayName("C4: an order before the connection is rejected as not sent")
  void c4RejectsBeforeTheConnection() {
    OrderRequest order = resting(venue.perpetual(), Side.BUY);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  @DisplayName("C5: an order while the connection is down is rejected as not sent")
  void c5RejectsWhileDown() {
    goLive();
    venue.refuseConnections();
    awaitStatus(ConnectionStatus.DOWN, 1);
    OrderRequest order = resting(venue.perpetual(), Side.BUY);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("M1: a watched instrument has a usable book and a ticker")
  void m1ShowsBookAndTicker() {
    goLive();

    exchange.watch(Set.of(venue.perpetual()));

    BookChanged book = log.await(BookChanged.class, e -> e.instrument().equals(venue.perpetual()));
    assertThat(book.book().isUsable()).isTrue();
    assertThat(book.book().bestBid()).isEqualTo(venue.book(venue.perpetual()).bestBid());
    TickerChanged ticker = log.await(TickerChanged.class);
    assertThat(ticker.ticker().mark().isZero()).isFalse();
    assertThat(ticker.ticker().index().isZero()).isFalse();
  }

  @Test
  @DisplayName("M2: an option's ticker has greeks in the model's units")
  void m2ShowsGreeks() {
    goLive();
    Option option = venue.option();

    exchange.watch(Set.of(option));

    TickerChanged ticker = log.await(TickerChanged.class, e -> e.instrument().equals(option));
    assertThat(ticker.ticker().greeks()).isPresent();
    assertThat(ticker.ticker().greeks().orElseThrow().delta().abs())
        .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    assertThat(ticker.ticker().greeks().orElseThrow().volFraction())
        .isBetween(new BigDecimal("0.05"), new BigDecimal("5"));
  }

  @Test
  @DisplayName("M3: an instrument that is not listed is ignored")
  void m3IgnoresUnlisted() {
    goLive();
    Option unlisted =
        new Option(
            venue.option().underlying(),
            venue.option().expiry(),
            Price.of("1234567"),
            venue.option().type());

    exchange.watch(Set.of(unlisted, venue.perpetual()));

    log.await(BookChanged.class, e -> e.instrument().equals(venue.perpetual()));
    assertThat(log.all(BookChanged.class, e -> e.instrument().equals(unlisted))).isEmpty();
  }

  @Test
  @DisplayName("M4: market data is wanted for exactly the last set")
  void m4ReplacesTheSet() {
    goLive();
    exchange.watch(Set.of(venue.perpetual()));
    log.await(BookChanged.class, e -> e.instrument().equals(venue.perpetual()));

    exchange.watch(Set.of(venue.option()));
    log.await(BookChanged.class, e -> e.instrument().equals(venue.option()));
    venue.refreshMarket();
    log.await(TickerChanged.class, e -> e.instrument().equals(venue.option()), 2);
    int before = log.all(TickerChanged.class, this::isPerpetual).size();
    int optionTickers = log.all(TickerChanged.class, e -> !isPerpetual(e)).size();
    venue.refreshMarket();
    log.await(TickerChanged.class, e -> !isPerpetual(e), optionTickers + 1);

    assertThat(log.all(TickerChanged.class, this::isPerpetual)).hasSize(before);
  }

  private boolean isPerpetual(TickerChanged event) {
    return event.instrument().equals(venue.perpetual());
  }

  @Test
  @DisplayName("M5: what is watched stays watched over a reconnect")
  void m5WatchesAfterReconnect() {
    goLive();
    exchange.watch(Set.of(venue.perpetual()));
    log.await(BookChanged.class);

    venue.breakConnection();
    awaitStatus(ConnectionStatus.LIVE, 2);
    int live = lastIndexOf(ExchangeStatusChanged.class);
    venue.refreshMarket();

    log.await(BookChanged.class, event -> log.all().lastIndexOf(event) > live);
  }

  @Test
  @DisplayName("O1: a post-only order rests and is reported open")
  void o1Rests() {
    goLive();
    OrderRequest order = resting(venue.perpetual(), Side.BUY);

    exchange.place(order);

    OrderUpdate update = awaitUpdate(order.id(), OrderStatus.OPEN);
    assertThat(update.filled()).isEqualTo(Quantity.ZERO);
    assertThat(update.quantity()).isEqualTo(order.quantity());
    assertThat(update.limit()).isEqualTo(order.limit());
    assertThat(venue.openLabels()).containsExactly(order.id().label());
  }

  @Test
  @DisplayName("O2: a post-only order that would trade is rejected as crossing")
  void o2RefusesToCross() {
    goLive();
    Price ask = venue.book(venue.perpetual()).bestAsk().orElseThrow().price();
    OrderRequest order = order(venue.perpetual(), Side.BUY, ONE, ask, TimeInForce.POST_ONLY);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.WOULD_CROSS);
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O3: an order that takes is filled: status, fills and fee agree")
  void o3Takes() {
    goLive();
    Price ask = venue.book(venue.perpetual()).bestAsk().orElseThrow().price();
    OrderRequest order =
        order(venue.perpetual(), Side.BUY, ONE, ask, TimeInForce.IMMEDIATE_OR_CANCEL);

    exchange.place(order);

    assertThat(awaitUpdate(order.id(), OrderStatus.FILLED).filled()).isEqualTo(ONE);
    Fill fill = awaitFill(order.id());
    assertThat(fill.quantity()).isEqualTo(ONE);
    assertThat(fill.price()).isEqualTo(ask);
    assertThat(fill.side()).isEqualTo(Side.BUY);
    assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
    assertThat(fill.fee().usd()).isPositive();
  }

  @Test
  @DisplayName("O4: an immediate order without anybody inside its limit is rejected, not cancelled")
  void o4FindsNothing() {
    goLive();
    OrderRequest order =
        order(
            venue.perpetual(),
            Side.BUY,
            ONE,
            resting(venue.perpetual(), Side.BUY).limit(),
            TimeInForce.IMMEDIATE_OR_CANCEL);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.NO_LIQUIDITY);
    assertThat(log.all(OrderFilled.class, e -> true)).isEmpty();
  }

  @Test
  @DisplayName("O5: a resting order that somebody takes is reported filled as maker")
  void o5IsTaken() {
    goLive();
    OrderRequest order = best(venue.perpetual());
    exchange.place(order);
    awaitUpdate(order.id(), OrderStatus.OPEN);

    venue.trade(venue.perpetual(), Side.SELL, ONE, order.limit());

    Fill fill = awaitFill(order.id());
    assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
    assertThat(fill.price()).isEqualTo(order.limit());
    assertThat(awaitUpdate(order.id(), OrderStatus.FILLED).remaining()).isEqualTo(Quantity.ZERO);
    assertThat(log.all(OrderFilled.class, e -> !e.fill().order().equals(Optional.of(order.id()))))
        .isEmpty();
  }

  @Test
  @DisplayName("O6: a partial fill leaves the order open with what it traded")
  void o6IsTakenInPart() {
    goLive();
    OrderRequest order = best(venue.perpetual());
    exchange.place(order);
    awaitUpdate(order.id(), OrderStatus.OPEN);

    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("0.4"), order.limit());

    assertThat(awaitFill(order.id()).quantity()).isEqualTo(Quantity.of("0.4"));
    OrderChanged change = awaitChange(order.id(), u -> u.filled().isPositive());
    assertThat(change.update().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(change.update().remaining()).isEqualTo(Quantity.of("0.6"));
  }

  @Test
  @DisplayName("O7: a price off the tick is rejected as an invalid price")
  void o7ChecksTheTick() {
    goLive();
    InstrumentSpec spec = spec(venue.perpetual());
    BigDecimal halfTick = spec.tick().usd().divide(BigDecimal.valueOf(2));
    Price off = resting(venue.perpetual(), Side.BUY).limit().plusClamped(halfTick);
    OrderRequest order = order(venue.perpetual(), Side.BUY, ONE, off, TimeInForce.POST_ONLY);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.INVALID_PRICE);
  }

  @Test
  @DisplayName("O8: a quantity off the step is rejected as an invalid quantity")
  void o8ChecksTheStep() {
    goLive();
    BigDecimal halfStep = spec(venue.perpetual()).step().units().divide(BigDecimal.valueOf(2));
    Quantity off = ONE.plus(new Quantity(halfStep));
    Price limit = resting(venue.perpetual(), Side.BUY).limit();
    OrderRequest order = order(venue.perpetual(), Side.BUY, off, limit, TimeInForce.POST_ONLY);

    exchange.place(order);

    assertThat(awaitRejected(order).rejection()).isEqualTo(Rejection.INVALID_QUANTITY);
  }

  @Test
  @DisplayName("O9: an order that is too late on arrival never exists")
  void o9ComesTooLate() {
    goLive();
    OrderRequest now = resting(venue.perpetual(), Side.BUY);
    OrderRequest late =
        new OrderRequest(
            now.id(),
            now.instrument(),
            now.side(),
            now.quantity(),
            now.limit(),
            now.timeInForce(),
            false,
            venue.now().minus(Duration.ofMinutes(1)));

    exchange.place(late);

    awaitRejected(late);
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("O10: every execution has one id, also when it is asked for again")
  void o10NamesFills() {
    goLive();
    OrderRequest order = best(venue.perpetual());
    exchange.place(order);
    awaitUpdate(order.id(), OrderStatus.OPEN);
    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("0.4"), order.limit());
    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("0.6"), order.limit());
    awaitUpdate(order.id(), OrderStatus.FILLED);

    exchange.resolve(order.id(), order.instrument(), venue.now());

    OrderResolved resolved = log.await(OrderResolved.class);
    List<FillId> ids = resolved.fills().stream().map(Fill::id).toList();
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    ids.forEach(id -> log.await(OrderFilled.class, e -> e.fill().id().equals(id)));
  }

  @Test
  @DisplayName("R1: a replace cancels the old order and opens the new one")
  void r1Replaces() {
    goLive();
    OrderRequest old = placed(resting(venue.perpetual(), Side.BUY));
    OrderRequest fresh = resting(venue.perpetual(), Side.BUY);

    exchange.replace(old.id(), Quantity.ZERO, fresh);

    awaitUpdate(old.id(), OrderStatus.CANCELLED);
    awaitUpdate(fresh.id(), OrderStatus.OPEN);
    assertThat(venue.openLabels()).containsExactly(fresh.id().label());
  }

  @Test
  @DisplayName("R2: a replace that expects another fill does nothing")
  void r2GuardsTheFill() {
    goLive();
    OrderRequest old = placed(best(venue.perpetual()));
    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("0.4"), old.limit());
    awaitFill(old.id());
    OrderRequest fresh = resting(venue.perpetual(), Side.BUY);

    exchange.replace(old.id(), Quantity.ZERO, fresh);

    ReplaceRefused refused = log.await(ReplaceRefused.class);
    assertThat(refused.target()).isEqualTo(old.id());
    assertThat(refused.replacement()).isEqualTo(fresh.id());
    assertThat(venue.openLabels()).containsExactly(old.id().label());
  }

  @Test
  @DisplayName("R3: if the new order is refused, the old one is cancelled and both are reported")
  void r3LosesBoth() {
    goLive();
    OrderRequest old = placed(resting(venue.perpetual(), Side.BUY));
    Price ask = venue.book(venue.perpetual()).bestAsk().orElseThrow().price();
    OrderRequest crossing = order(venue.perpetual(), Side.BUY, ONE, ask, TimeInForce.POST_ONLY);

    exchange.replace(old.id(), Quantity.ZERO, crossing);

    awaitUpdate(old.id(), OrderStatus.CANCELLED);
    assertThat(awaitRejected(crossing).rejection()).isEqualTo(Rejection.WOULD_CROSS);
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("R4: an order that is gone cannot be replaced")
  void r4NeedsAnOpenOrder() {
    goLive();
    OrderRequest old = placed(resting(venue.perpetual(), Side.BUY));
    exchange.cancel(old.id(), old.instrument());
    awaitUpdate(old.id(), OrderStatus.CANCELLED);
    OrderRequest fresh = resting(venue.perpetual(), Side.BUY);

    exchange.replace(old.id(), Quantity.ZERO, fresh);

    assertThat(log.await(ReplaceRefused.class).replacement()).isEqualTo(fresh.id());
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("X1: a cancelled order is reported cancelled")
  void x1Cancels() {
    goLive();
    OrderRequest order = placed(resting(venue.perpetual(), Side.BUY));

    exchange.cancel(order.id(), order.instrument());

    awaitUpdate(order.id(), OrderStatus.CANCELLED);
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("X2: the cancel of an order that is not open is refused")
  void x2RefusesToCancelNothing() {
    goLive();
    ClientOrderId unknown = venue.nextId();

    exchange.cancel(unknown, venue.perpetual());

    assertThat(log.await(CancelRefused.class).id()).isEqualTo(unknown);
  }

  @Test
  @DisplayName("X3: cancelling all leaves foreign orders alone")
  void x3LeavesForeignOrders() {
    goLive();
    OrderRequest first = placed(resting(venue.perpetual(), Side.BUY));
    OrderRequest second = placed(resting(venue.perpetual(), Side.SELL));
    venue.placeByHand(venue.perpetual(), Side.BUY, ONE, first.limit());

    exchange.cancelAll();

    awaitUpdate(first.id(), OrderStatus.CANCELLED);
    awaitUpdate(second.id(), OrderStatus.CANCELLED);
    assertThat(venue.openLabels()).containsExactly("by hand");
  }

  @Test
  @DisplayName("U1: an order whose answer is lost is never reported rejected")
  void u1IsUnknown() {
    goLive();
    OrderRequest order = resting(venue.perpetual(), Side.BUY);
    venue.breakDuringNextOrder(true);

    exchange.place(order);

    log.await(OrderOutcomeUnknown.class, e -> e.id().equals(order.id()));
    awaitStatus(ConnectionStatus.LIVE, 2);
    assertThat(log.all(OrderRejected.class, e -> e.id().equals(order.id()))).isEmpty();
    assertThat(venue.openLabels()).containsOnlyOnce(order.id().label());
  }

  @Test
  @DisplayName("U2: resolving finds an order that arrived, with its fills")
  void u2FindsTheOrder() {
    goLive();
    OrderRequest order = best(venue.perpetual());
    venue.breakDuringNextOrder(true);
    exchange.place(order);
    log.await(OrderOutcomeUnknown.class);
    awaitStatus(ConnectionStatus.LIVE, 2);
    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("0.4"), order.limit());

    exchange.resolve(order.id(), order.instrument(), venue.now());

    OrderResolved resolved = log.await(OrderResolved.class);
    assertThat(resolved.order().orElseThrow().filled()).isEqualTo(Quantity.of("0.4"));
    assertThat(resolved.fills()).extracting(Fill::quantity).containsExactly(Quantity.of("0.4"));
  }

  @Test
  @DisplayName("U3: resolving proves that an order does not exist, and it cannot arrive later")
  void u3BurnsTheId() {
    goLive();
    OrderRequest order = resting(venue.perpetual(), Side.BUY);
    venue.breakDuringNextOrder(false);
    exchange.place(order);
    log.await(OrderOutcomeUnknown.class);
    awaitStatus(ConnectionStatus.LIVE, 2);

    exchange.resolve(order.id(), order.instrument(), venue.now());
    OrderResolved resolved = log.await(OrderResolved.class);
    venue.deliverLateOrder();

    assertThat(resolved.order()).isEmpty();
    assertThat(resolved.fills()).isEmpty();
    assertThat(venue.openLabels()).isEmpty();
  }

  @Test
  @DisplayName("U4: resolving while the connection is down fails and proves nothing")
  void u4FailsWhileDown() {
    goLive();
    venue.refuseConnections();
    awaitStatus(ConnectionStatus.DOWN, 1);
    ClientOrderId id = venue.nextId();

    exchange.resolve(id, venue.perpetual(), venue.now());

    assertThat(log.await(ResolveFailed.class).id()).isEqualTo(id);
    assertThat(log.all(OrderResolved.class, e -> true)).isEmpty();
  }

  @Test
  @DisplayName("S1: a snapshot has positions, cash and all open orders, foreign ones without id")
  void s1TakesEverything() {
    goLive();
    OrderRequest taking =
        order(
            venue.option(),
            Side.BUY,
            ONE,
            venue.book(venue.option()).bestAsk().orElseThrow().price(),
            TimeInForce.IMMEDIATE_OR_CANCEL);
    exchange.place(taking);
    awaitUpdate(taking.id(), OrderStatus.FILLED);
    OrderRequest order = placed(resting(venue.perpetual(), Side.BUY));
    venue.placeByHand(venue.perpetual(), Side.BUY, ONE, order.limit());

    exchange.snapshot();

    SnapshotTaken taken = log.await(SnapshotTaken.class);
    assertThat(taken.snapshot().positions()).containsOnlyKeys(venue.option());
    assertThat(taken.snapshot().positions()).containsEntry(venue.option(), ONE);
    assertThat(taken.snapshot().cash().usd()).isPositive();
    assertThat(taken.snapshot().openOrders())
        .extracting(OrderUpdate::id)
        .containsExactlyInAnyOrder(Optional.of(order.id()), java.util.Optional.empty());
  }

  @Test
  @DisplayName("S2: a snapshot while the connection is down fails and is never an empty account")
  void s2FailsWhileDown() {
    goLive();
    venue.refuseConnections();
    awaitStatus(ConnectionStatus.DOWN, 1);

    exchange.snapshot();

    log.await(SnapshotFailed.class);
    assertThat(log.all(SnapshotTaken.class, e -> true)).isEmpty();
  }

  private void goLive() {
    exchange.start();
    awaitStatus(ConnectionStatus.LIVE, 1);
  }

  private void awaitStatus(ConnectionStatus status, int count) {
    log.await(ExchangeStatusChanged.class, e -> e.status() == status, count);
  }

  private OrderUpdate awaitUpdate(ClientOrderId id, OrderStatus status) {
    return awaitChange(id, update -> update.status() == status).update();
  }

  private OrderChanged awaitChange(ClientOrderId id, Predicate<OrderUpdate> condition) {
    return log.await(
        OrderChanged.class,
        e -> e.update().id().filter(id::equals).isPresent() && condition.test(e.update()));
  }

  private OrderRejected awaitRejected(OrderRequest order) {
    return log.await(OrderRejected.class, e -> e.id().equals(order.id()));
  }

  private Fill awaitFill(ClientOrderId id) {
    return log.await(OrderFilled.class, e -> e.fill().order().filter(id::equals).isPresent())
        .fill();
  }

  private OrderRequest placed(OrderRequest order) {
    exchange.place(order);
    awaitUpdate(order.id(), OrderStatus.OPEN);
    return order;
  }

  /** A post-only order one percent behind the best price of its side. */
  private OrderRequest resting(Instrument instrument, Side side) {
    OrderBook book = venue.book(instrument);
    Price best = book.against(side.opposite()).getFirst().price();
    BigDecimal away = new BigDecimal(side == Side.BUY ? "-100" : "100");
    Price limit = best.movedBps(away).passiveTo(Price.of("1"), side);
    return order(instrument, side, ONE, limit, TimeInForce.POST_ONLY);
  }

  /** A post-only bid, one tick under the best ask. */
  private OrderRequest best(Instrument instrument) {
    Price ask = venue.book(instrument).bestAsk().orElseThrow().price();
    Price limit = ask.plusClamped(spec(instrument).tick().usd().negate());
    return order(instrument, Side.BUY, ONE, limit, TimeInForce.POST_ONLY);
  }

  private InstrumentSpec spec(Instrument instrument) {
    return log.await(InstrumentsListed.class).specs().stream()
        .filter(spec -> spec.instrument().equals(instrument))
        .findFirst()
        .orElseThrow();
  }

  private OrderRequest order(
      Instrument instrument, Side side, Quantity quantity, Price limit, TimeInForce timeInForce) {
    return new OrderRequest(
        venue.nextId(),
        instrument,
        side,
        quantity,
        limit,
        timeInForce,
        false,
        venue.now().plus(Duration.ofMinutes(1)));
  }

  private int indexOf(Class<? extends Event> type) {
    return log.all().stream().map(Object::getClass).toList().indexOf(type);
  }

  private int lastIndexOf(Class<? extends Event> type) {
    return log.all().stream().map(Object::getClass).toList().lastIndexOf(type);
  }
}
