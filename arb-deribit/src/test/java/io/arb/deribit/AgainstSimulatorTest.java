package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Fill;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.spi.Exchange;
import io.arb.deribit.simulator.CreditLimits;
import io.arb.deribit.simulator.DeribitFaults;
import io.arb.deribit.simulator.DeribitSimulatorConfig;
import io.arb.deribit.simulator.NotificationOrder;
import io.arb.deribit.simulator.NumberForm;
import io.arb.deribit.simulator.SpeedBump;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the exchange does besides answering, and how the adapter bears it. */
@Execution(ExecutionMode.CONCURRENT)
class AgainstSimulatorTest {
  private static final long WAIT_SECONDS = 30;
  private static final Quantity ONE = Quantity.of("1");

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable resource : open.reversed()) {
      resource.close();
    }
  }

  @Test
  void burstOfOrdersNeverUsesUpTheCredits() throws InterruptedException {
    DeribitContractVenue venue =
        venue(config -> config.withLimits(CreditLimits.lowestTier()), Map.of());
    Exchange exchange = live(venue);
    OrderBook book = venue.book(venue.perpetual());
    List<OrderRequest> orders = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      OrderRequest order = resting(venue, book, TimeInForce.POST_ONLY);
      orders.add(order);
      exchange.place(order);
    }

    // They end in any sequence.
    Set<ClientOrderId> left = new HashSet<>();
    orders.forEach(order -> left.add(order.id()));
    while (!left.isEmpty()) {
      Event end = await(Event.class, event -> left.stream().anyMatch(id -> ends(event, id)));
      left.removeIf(id -> ends(end, id));
    }

    assertThat(venue.simulator().books().refusals()).doesNotContainKey(10_028);
    assertThat(venue.simulator().connections()).isEqualTo(1);
    assertThat(venue.openLabels()).hasSizeBetween(12, 20);
  }

  @ParameterizedTest
  @EnumSource(DeribitFaults.BookFault.class)
  void bookComesOutRightAfterAFault(DeribitFaults.BookFault fault) throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    Exchange exchange = live(venue);
    exchange.watch(Set.of(venue.perpetual()));
    OrderBook before = await(BookChanged.class, event -> event.book().isUsable()).book();
    venue.simulator().faults().nextBookFrame(fault);
    venue.simulator().faults().staleFrameAfterSnapshot(true);

    venue.placeByHand(venue.perpetual(), Side.BUY, ONE, below(before, "-50"));
    venue.placeByHand(venue.perpetual(), Side.BUY, ONE, below(before, "-60"));

    OrderBook truth = venue.book(venue.perpetual());
    OrderBook shown =
        await(BookChanged.class, event -> event.book().bids().containsAll(truth.bids())).book();
    assertThat(shown.isUsable()).isTrue();
    assertThat(shown.bids()).startsWith(truth.bids().toArray(io.arb.core.model.Level[]::new));
  }

  @ParameterizedTest
  @EnumSource(NumberForm.class)
  void numbersMayHaveAnyForm(NumberForm form) throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    venue.simulator().faults().writeNumbers(form);

    takesOne(venue);
  }

  @ParameterizedTest
  @EnumSource(NotificationOrder.class)
  void newsMayComeBeforeTheAnswer(NotificationOrder order) throws InterruptedException {
    takesOne(venue(config -> config.withNotifications(order), Map.of()));
  }

  @Test
  void bumpedOrderIsFilledLater() throws InterruptedException {
    takesOne(
        venue(
            config -> config.withSpeedBump(new SpeedBump(Duration.ofMillis(150), true)), Map.of()));
  }

  private void takesOne(DeribitContractVenue venue) throws InterruptedException {
    Exchange exchange = live(venue);
    Price ask = venue.book(venue.perpetual()).bestAsk().orElseThrow().price();
    OrderRequest order = order(venue, ask, TimeInForce.IMMEDIATE_OR_CANCEL);

    exchange.place(order);

    Fill fill = await(OrderFilled.class, event -> true).fill();
    assertThat(fill.price()).isEqualTo(ask);
    assertThat(fill.quantity()).isEqualTo(ONE);
    assertThat(fill.order()).contains(order.id());
    venue.simulator().advance();
    exchange.snapshot();
    assertThat(await(SnapshotTaken.class, taken -> true).snapshot().positions())
        .containsEntry(venue.perpetual(), ONE);
  }

  @Test
  void lostConnectionHasTheExchangeCancelOurOrders() throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    Exchange exchange = live(venue);
    OrderRequest order =
        resting(venue, venue.book(venue.perpetual()), TimeInForce.GOOD_TILL_CANCELLED);
    exchange.place(order);
    await(OrderChanged.class, event -> event.update().status() == OrderStatus.OPEN);

    venue.breakConnection();
    await(ExchangeStatusChanged.class, event -> event.status() == ConnectionStatus.LIVE);

    assertThat(venue.openLabels()).isEmpty();
    exchange.resolve(order.id(), order.instrument(), venue.now());
    OrderResolved resolved = await(OrderResolved.class, event -> true);
    assertThat(resolved.order().map(update -> update.status()))
        .isNotEqualTo(java.util.Optional.of(OrderStatus.OPEN));
    assertThat(resolved.fills()).isEmpty();
  }

  @Test
  void hedgeWhoseAnswerIsLostIsFoundWithItsFill() throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of("request_timeout_ms", "300"));
    Exchange exchange = live(venue);
    Price ask = venue.book(venue.perpetual()).bestAsk().orElseThrow().price();
    OrderRequest order = order(venue, ask, TimeInForce.IMMEDIATE_OR_CANCEL);
    venue.simulator().faults().delayNotifications(Duration.ofSeconds(20));
    venue.simulator().faults().dropReply("private/buy");
    exchange.place(order);
    await(OrderOutcomeUnknown.class, event -> event.id().equals(order.id()));

    exchange.resolve(order.id(), order.instrument(), venue.now());

    OrderResolved resolved = await(OrderResolved.class, event -> true);
    assertThat(resolved.fills()).extracting(Fill::quantity).containsExactly(ONE);
    assertThat(venue.simulator().books().customer("alice").fills()).isEqualTo(1);
    assertThat(venue.simulator().books().requests()).containsEntry("private/buy", 1L);
  }

  @Test
  void fillThatRacesACancelIsNotLost() throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    Exchange exchange = live(venue);
    OrderBook book = venue.book(venue.perpetual());
    OrderRequest order = order(venue, below(book, "-5"), TimeInForce.POST_ONLY);
    exchange.place(order);
    await(OrderChanged.class, event -> event.update().status() == OrderStatus.OPEN);
    venue.simulator().faults().delayNotifications(Duration.ofMillis(300));
    venue.simulator().books();
    venue.trade(venue.perpetual(), Side.SELL, Quantity.of("5000"), order.limit());

    exchange.cancel(order.id(), order.instrument());

    assertThat(await(OrderFilled.class, this::isOurs).fill().quantity()).isEqualTo(ONE);
  }

  private boolean isOurs(OrderFilled event) {
    return event.fill().order().isPresent();
  }

  @Test
  void loginOutlivesItsToken() throws InterruptedException {
    DeribitContractVenue venue =
        venue(
            config ->
                new DeribitSimulatorConfig(
                    config.accounts(),
                    config.liquidity(),
                    config.limits(),
                    Duration.ofSeconds(1),
                    config.speedBump(),
                    config.disconnectDelay(),
                    config.settlementPause(),
                    config.notifications(),
                    config.testnet(),
                    config.seed()),
            Map.of());
    Exchange exchange = live(venue);
    long renewals = 0;
    while (renewals < 4) {
      exchange.snapshot();
      await(SnapshotTaken.class, taken -> true);
      renewals = venue.simulator().books().requests().getOrDefault("public/auth", 0L);
    }

    assertThat(venue.simulator().books().refusals()).doesNotContainKey(13_009);
    assertThat(events)
        .noneMatch(
            event ->
                event instanceof ExchangeStatusChanged changed
                    && changed.status() == ConnectionStatus.DOWN);
  }

  @Test
  void maintenanceEndsTheSessionAndItComesBack() throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    Exchange exchange = live(venue);

    venue.simulator().maintenance(true);
    await(ExchangeStatusChanged.class, event -> event.status() == ConnectionStatus.DOWN);
    OrderRequest order = order(venue, Price.of("1000"), TimeInForce.POST_ONLY);
    exchange.place(order);
    assertThat(await(OrderRejected.class, event -> true).rejection()).isEqualTo(Rejection.NOT_SENT);
    venue.simulator().maintenance(false);

    await(ExchangeStatusChanged.class, event -> event.status() == ConnectionStatus.LIVE);
  }

  @Test
  void lockedIndexStopsOrdersHere() throws InterruptedException {
    DeribitContractVenue venue = venue(config -> config, Map.of());
    Exchange exchange = live(venue);
    exchange.watch(Set.of(venue.perpetual()));
    await(BookChanged.class, event -> event.book().isUsable());

    venue.simulator().lock("eth_usdc", true);
    OrderRejected rejected = null;
    while (rejected == null) {
      OrderRequest order = order(venue, Price.of("1000"), TimeInForce.POST_ONLY);
      exchange.place(order);
      Event end = await(Event.class, event -> ends(event, order.id()));
      rejected = end instanceof OrderRejected known ? known : null;
    }

    assertThat(rejected.rejection()).isNotEqualTo(Rejection.OTHER);
  }

  private static boolean ends(Event event, ClientOrderId id) {
    return switch (event) {
      case OrderRejected rejected -> rejected.id().equals(id);
      case OrderChanged changed -> changed.update().id().filter(id::equals).isPresent();
      default -> false;
    };
  }

  private DeribitContractVenue venue(
      UnaryOperator<DeribitSimulatorConfig> change, Map<String, String> settings) {
    DeribitContractVenue venue = new DeribitContractVenue(change, settings);
    open.add(venue);
    return venue;
  }

  private Exchange live(DeribitContractVenue venue) throws InterruptedException {
    Exchange exchange = venue.connect(events::add);
    open.add(exchange);
    exchange.start();
    await(ExchangeStatusChanged.class, event -> event.status() == ConnectionStatus.LIVE);
    return exchange;
  }

  private static OrderRequest resting(
      DeribitContractVenue venue, OrderBook book, TimeInForce timeInForce) {
    return order(venue, below(book, "-100"), timeInForce);
  }

  private static Price below(OrderBook book, String bps) {
    return book.bestBid()
        .orElseThrow()
        .price()
        .movedBps(new BigDecimal(bps))
        .passiveTo(Price.of("1"), Side.BUY);
  }

  private static OrderRequest order(
      DeribitContractVenue venue, Price limit, TimeInForce timeInForce) {
    return new OrderRequest(
        venue.nextId(),
        venue.perpetual(),
        Side.BUY,
        ONE,
        limit,
        timeInForce,
        false,
        venue.now().plusSeconds(60));
  }

  private <T extends Event> T await(Class<T> type, Predicate<T> wanted)
      throws InterruptedException {
    List<Event> seen = new ArrayList<>();
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (true) {
      Event event = events.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came, only " + seen);
      }
      if (type.isInstance(event) && wanted.test(type.cast(event))) {
        return type.cast(event);
      }
      seen.add(event);
    }
  }
}
